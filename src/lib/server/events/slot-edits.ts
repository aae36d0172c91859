import { carryOver, findCounterpart } from '$lib/domain/events/following-slot';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import type { Move } from '$lib/server/db/events/event-changes';
import type { EventRecord } from '$lib/server/db/events/events';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { updateSlot } from '$lib/server/db/events/slots';
import { actOn, changes, findOpen, type Closed, type NotMine } from './event-acts';
import { alsoOn, findFollowing, type OnSeries } from './following-events';
import { insertMoves, isAwaited } from './event-moves';
import { recordAct } from '../record-act';
import { moveShifts, planShiftMoves } from '../shifts/shift-moves';
import type { SlotWords } from './events';

/** `movesShifts`: 班次一起改. */
export type EditSlotCommand = SlotWords & OnSeries & { slotId: string; reason?: string; movesShifts?: boolean };

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
	Result<{ shifts?: number }, NotMine | Closed | 'slot-not-found' | (typeof refusals)[keyof typeof refusals]>
> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const { event } = found;
	const before = event.slots.find((own) => own.id === slotId);
	if (!before) return { ok: false, refusal: 'slot-not-found' };
	const others = editsThatFollow(event, before, slot, await findFollowing(ctx, event, following));
	const edits = [{ event, before, after: slot }, ...others];
	const moves = edits.filter(needsMessage).map(timeMove);
	if (moves.length && !reason) return { ok: false, refusal: 'reason-missing' };
	const planned = await planShiftMoves(ctx, edits);
	const shifts = movesShifts ? planned : [];
	const act = actOn('editSlot', id, event, {
		slotId,
		...changes(before, slot),
		...(reason && { reason }),
		...(shifts.length > 0 && { shifts: shifts.map(({ shiftId }) => shiftId) })
	});
	const also = alsoOn(
		ctx,
		act,
		others.map((other) => other.event)
	);
	const written = await recordAct(
		ctx,
		act,
		[
			...also,
			...insertMoves(ctx, id, moves, reason),
			...edits.flatMap((edit) => statementsOf(ctx, id, edit)),
			...(await moveShifts(ctx, id, shifts, reason))
		],
		refusals
	);
	if (!written.ok || planned.length === 0) return written;
	return { ok: true, shifts: shifts.length };
}

/** What the database may refuse. */
const refusals = {
	slots_end_after_start: 'end-before-start',
	slots_taken_within_capacity: 'capacity-below-taken',
	'refusal:capacity-below-waiting': 'capacity-below-waiting',
	'refusal:reason-missing': 'reason-missing',
	'refusal:moved-shift-overlaps': 'moved-shift-overlaps'
} as const;

type Slot = EventRecord['slots'][number];

interface SlotEdit {
	event: EventRecord;
	before: Slot;
	after: SlotWords;
}

/** The same change on the slot's counterparts in the events that follow, where there is one. */
function editsThatFollow(event: EventRecord, before: Slot, slot: SlotWords, following: EventRecord[]): SlotEdit[] {
	const position = event.slots.indexOf(before);
	return following.flatMap((own) => {
		const counterpart = findCounterpart(event.slots, position, own.slots);
		return counterpart ? [{ event: own, before: counterpart, after: carryOver(counterpart, before, slot) }] : [];
	});
}

/** The slot's new words, and the head of its waitlist for the places that are new. */
const statementsOf = (ctx: Context, actId: string, { before, after }: SlotEdit) => [
	updateSlot(ctx.db, before.id, after),
	...promoteWaitlist(ctx.db, before.id, actId, ctx.now())
];

/** Whether people who signed up get a message that the time of this slot changed. */
function needsMessage({ event, before, after }: SlotEdit): boolean {
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
