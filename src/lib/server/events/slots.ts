import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { deleteSlot, insertSlot } from '$lib/server/db/events/slots';
import { actOn, findOpen, type Closed, type NotMine, type OnEvent } from './event-acts';
import { recordAct, stampOf } from '../record-act';
import type { SlotWords } from './events';

export type AddSlotCommand = SlotWords & OnEvent;
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
