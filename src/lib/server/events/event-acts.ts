import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/landed-acts';
import { findEvent, type EventRecord } from '$lib/server/db/events/events';
import type { Act } from '$lib/server/db/write';
import { mayActFor } from '../people/rights';

/** An act on an event that is there: `id` is the act's own. */
export interface OnEvent {
	id: string;
	eventId: string;
}

export type NotMine = 'not-your-unit' | 'event-not-found';
export type Closed = 'event-cancelled' | 'event-completed';
type Found<R extends string> = { ok: true; event: EventRecord } | { ok: false; refusal: R };

/** The event, for staff of its unit. */
export async function findOwn(ctx: Context, eventId: string): Promise<Found<NotMine>> {
	const event = await findEvent(ctx.db, eventId);
	if (!event) return { ok: false, refusal: 'event-not-found' };
	return (await mayActFor(ctx, event.unitId)) ? { ok: true, event } : { ok: false, refusal: 'not-your-unit' };
}

/** The same, and open to change. An act that was written before passes, whatever state it left behind. */
export async function findOpen(ctx: Context, { id, eventId }: OnEvent): Promise<Found<NotMine | Closed>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const { cancellation, completion } = found.event;
	if ((!cancellation && !completion) || (await hasLanded(ctx, { id, subjectId: eventId }))) return found;
	return { ok: false, refusal: cancellation ? 'event-cancelled' : 'event-completed' };
}

/** An act on an event as the audit trail keeps it; a new event's id is the act's. */
export const actOn = (
	verb: string,
	id: string,
	event: { id?: string; unitId: string },
	detail?: Act['detail']
): Act => ({
	id,
	verb,
	subject: { type: 'event', id: event.id ?? id },
	unitId: event.unitId,
	detail
});

/** Which fields change, from what to what; a telephone number only by name. */
export function changes<T extends object>(record: T, change: { [K in keyof T]?: T[K] }) {
	const fields = (Object.keys(change) as (keyof T & string)[]).filter((field) => record[field] !== change[field]);
	const shown = fields.filter((field) => field !== 'contactPhone');
	return {
		fields,
		before: Object.fromEntries(shown.map((field) => [field, record[field]])),
		after: Object.fromEntries(shown.map((field) => [field, change[field]]))
	};
}
