import type { Result } from '$lib/domain/result';
import { layOutQuarterHours } from '$lib/domain/events/slot-layout';
import type { Context } from '../context';
import { deleteSlot, insertSlot } from '$lib/server/db/events/slots';
import { actOn, findOpen, type Closed, type NotMine, type OnEvent } from './event-acts';
import { put, stampOf } from '../record-act';

/** Instants in ms, UTC; `beds` is how many people each quarter-hour takes. */
export type LayOutSlotsCommand = OnEvent & { startsAt: number; endsAt: number; beds: number };

/**
 * Lays out a slot a quarter-hour in one act, and takes away the slots in that span for which nobody has signed up: so a new layout also
 * mends an old one. Refused as a whole when somebody has signed up for one of these, or the span is not made of quarter-hours.
 */
export async function layOutSlots(
	ctx: Context,
	{ id, eventId, startsAt, endsAt, beds }: LayOutSlotsCommand
): Promise<Result<object, NotMine | Closed | 'quarter-hours-only' | 'slot-has-signups'>> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const { event } = found;
	const slots = layOutQuarterHours(startsAt, endsAt);
	if (!slots) return { ok: false, refusal: 'quarter-hours-only' };
	const replaced = event.slots.filter((slot) => slot.startsAt < endsAt && slot.endsAt > startsAt);
	return put(
		ctx,
		actOn('layOutSlots', id, event, {
			startsAt,
			endsAt,
			beds,
			slots: slots.length,
			before: replaced.map(({ startsAt, endsAt, capacity }) => ({ startsAt, endsAt, capacity }))
		}),
		[
			...replaced.map((slot) => deleteSlot(ctx.db, slot.id)),
			...slots.map((slot) => insertSlot(ctx.db, { id: ctx.newId(), eventId, ...slot, capacity: beds, ...stampOf(ctx) }))
		],
		{ 'refusal:slot-has-signups': 'slot-has-signups' }
	);
}
