import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findDoor } from '$lib/server/db/check-in/door';
import { insertNoShows } from '$lib/server/db/check-in/no-shows';
import { hasLanded } from '$lib/server/db/landed-acts';
import { recordAct, stampOf } from '../record-act';
import { mayWorkDoor } from '../people/rights';

interface OnSlot {
	id: string;
	eventId: string;
	slotId: string;
}
type SlotRefusal = 'slip-unknown' | 'not-your-door' | 'slot-not-begun' | 'door-closed';

/**
 * After the start: gives the places of all who have not come to the people at the door. Who comes late may find theirs
 * gone.
 */
export const releaseNoShows = (ctx: Context, command: OnSlot) => countAbsent(ctx, 'releaseNoShows', command);

/**
 * At the end: a person with a place who has not come is a no-show. A late check-in still counts while there is room.
 */
export const closeDoor = (ctx: Context, command: OnSlot) => countAbsent(ctx, 'closeDoor', command);

async function countAbsent(
	ctx: Context,
	verb: string,
	{ id, eventId, slotId }: OnSlot
): Promise<Result<object, SlotRefusal>> {
	const event = await findDoor(ctx.db, eventId);
	const slot = event?.slots.find((one) => one.id === slotId);
	if (!event || !slot) return { ok: false, refusal: 'slip-unknown' };
	if (!(await mayWorkDoor(ctx, event))) return { ok: false, refusal: 'not-your-door' };
	const stamp = stampOf(ctx);
	if (stamp.at < slot.startsAt) return { ok: false, refusal: 'slot-not-begun' };
	if ((event.cancelledAt ?? event.completedAt) !== null && !(await hasLanded(ctx, { id, subjectId: eventId })))
		return { ok: false, refusal: 'door-closed' };
	const act = { id, verb, subject: { type: 'event', id: eventId }, unitId: event.unitId, detail: { slotId } };
	return recordAct(ctx, act, [insertNoShows(ctx.db, slotId, id, stamp)], {
		'refusal:slot-not-begun': 'slot-not-begun'
	} as const);
}
