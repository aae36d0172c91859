import { carryOver, findCounterpart } from '$lib/domain/events/following-slot';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import type { Move } from '$lib/server/db/events/event-changes';
import type { EventRecord } from '$lib/server/db/events/events';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { deleteSlot, insertSlot, updateSlot } from '$lib/server/db/events/slots';
import {
	actOn,
	alsoOn,
	changes,
	findFollowing,
	findOpen,
	insertMoves,
	isAwaited,
	type Closed,
	type NotMine,
	type OnEvent,
	type OnSeries
} from './event-acts';
import { recordAct, stampOf } from '../record-act';
import { moveShifts, planShiftMoves } from '../shifts/shift-moves';
import type { SlotWords } from './events';

export type AddSlotCommand = SlotWords & OnEvent;
/** `movesShifts`: 班次一起改. */
export type EditSlotCommand = SlotWords & OnSeries & { slotId: string; reason?: string; movesShifts?: boolean };
export type RemoveSlotCommand = OnEvent & { slotId: string };

/** Adds a slot, whose id is the command's. */
export async function addSlot(
	ctx: Context,
	{ id, eventId, ...slot }: AddSlotCommand
): Promise<Result<object, NotMine | Closed | 'end-before-start'>> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	return recordAct(
		ctx,
		actOn('addSlot', id, found.event, { ...slot }),
		[insertSlot(ctx.db, { id, eventId, ...slot, ...stampOf(ctx) })],
		{ slots_end_after_start: 'end-before-start' }
	);
}

/**
 * Changes a slot's time and capacity; with `following` also its counterpart in the events that follow in the series,
 * where there is one: only what changes here, times by the same difference. More capacity moves the head of the
 * waitlist up in the same write. All who signed up get a message about another time, so it needs a reason. With
 * `movesShifts` the shifts that go with it move along; their holders see it on the schedule, which needs a reason too.
 * Out: where shifts go with it, how many moved along.
 */
export async function editSlot(
	ctx: Context,
	{ id, eventId, slotId, following, reason = '', movesShifts = false, ...slot }: EditSlotCommand
): Promise<
	Result<
		{ shifts?: number },
		| NotMine
		| Closed
		| 'slot-not-found'
		| 'end-before-start'
		| 'capacity-below-taken'
		| 'capacity-below-waiting'
		| 'reason-missing'
		| 'moved-shift-overlaps'
	>
> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const { event } = found;
	const position = event.slots.findIndex((own) => own.id === slotId);
	const before = event.slots[position];
	if (!before) return { ok: false, refusal: 'slot-not-found' };
	const others = (await findFollowing(ctx, event, following)).flatMap((own) => {
		const counterpart = findCounterpart(event.slots, position, own.slots);
		return counterpart ? [{ event: own, before: counterpart, after: carryOver(counterpart, before, slot) }] : [];
	});
	const edits = [{ event, before, after: slot }, ...others];
	const moves = edits.filter(isTold).map(timeMove);
	if (moves.length && !reason) return { ok: false, refusal: 'reason-missing' };
	const planned = await planShiftMoves(ctx, edits);
	const shifts = movesShifts ? planned : [];
	const act = actOn('editSlot', id, event, {
		slotId,
		...changes(before, slot),
		...(reason && { reason }),
		...(shifts.length > 0 && { shifts: shifts.map(({ shiftId }) => shiftId) })
	});
	const written = await recordAct(
		ctx,
		act,
		[
			...alsoOn(
				ctx,
				act,
				others.map((other) => other.event)
			),
			...insertMoves(ctx, id, moves, reason),
			...edits.flatMap(({ before, after }) => [
				updateSlot(ctx.db, before.id, after),
				...promoteWaitlist(ctx.db, before.id, id, ctx.now())
			]),
			...(await moveShifts(ctx, id, shifts, reason))
		],
		{
			slots_end_after_start: 'end-before-start',
			slots_taken_within_capacity: 'capacity-below-taken',
			'refusal:capacity-below-waiting': 'capacity-below-waiting',
			'refusal:reason-missing': 'reason-missing',
			'refusal:moved-shift-overlaps': 'moved-shift-overlaps'
		}
	);
	if (!written.ok || planned.length === 0) return written;
	return { ok: true, shifts: shifts.length };
}

/**
 * Removes a slot that never had a sign-up; a published event keeps at least one. Removing it again changes nothing.
 */
export async function removeSlot(
	ctx: Context,
	{ id, eventId, slotId }: RemoveSlotCommand
): Promise<Result<object, NotMine | Closed | 'event-without-slot' | 'slot-has-signups'>> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const { slots, publication } = found.event;
	if (!slots.some((own) => own.id === slotId)) return { ok: true };
	if (publication && slots.length === 1) return { ok: false, refusal: 'event-without-slot' };
	return recordAct(ctx, actOn('removeSlot', id, found.event, { slotId }), [deleteSlot(ctx.db, slotId)], {
		'refusal:slot-has-signups': 'slot-has-signups'
	});
}

interface SlotEdit {
	event: EventRecord;
	before: EventRecord['slots'][number];
	after: SlotWords;
}

function isTold({ event, before, after }: SlotEdit): boolean {
	return (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt) && isAwaited(event, [before]);
}

function timeMove({ event, before, after }: SlotEdit): Move {
	return {
		eventId: event.id,
		slotId: before.id,
		startsBefore: before.startsAt,
		endsBefore: before.endsAt,
		startsAfter: after.startsAt,
		endsAfter: after.endsAt
	};
}
