import type { Result } from '$lib/domain/result';
import { layOutQuarterHours } from '$lib/domain/events/slot-layout';
import type { Context } from '../context';
import { deleteSlot, insertSlot } from '$lib/server/db/events/slots';
import { actOn, findOpen, type Closed, type NotMine, type OnEvent } from './event-acts';
import { recordAct, stampOf } from '../record-act';

/** Instants in ms, UTC; `beds` is how many people each quarter-hour takes. */
export type LayOutSlotsCommand = OnEvent & { startsAt: number; endsAt: number; beds: number };

/**
 * Lays out a slot a quarter-hour in one act, and removes the slots in that span without sign-ups, so a new layout also
 * corrects an old one. Refused as a whole when one of these has a sign-up, or the span is not made of quarter-hours.
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
	return recordAct(
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
