import { error } from '@sveltejs/kit';
import type { UnitKind } from '$lib/domain/units/unit';
import type { Context } from '$lib/server/context';
import { findEvent, type EventRecord } from '$lib/server/db/events/events';
import { mayActFor } from '$lib/server/people/rights';

/** Kinds of unit that organise events. */
export const organisers: readonly UnitKind[] = ['district', 'town', 'village', 'community'];

/** The event, for staff of its unit: else a 404 or a 403. */
export async function getOwnEvent(ctx: Context, id: string): Promise<EventRecord> {
	const event = await findEvent(ctx.db, id);
	if (!event) error(404);
	if (!(await mayActFor(ctx, event.unitId))) error(403);
	return event;
}

/** Makes a page of the refusals that no form can mend; hands on the others. */
export function stopForeign<R extends string>(refusal: R): Exclude<R, 'not-your-unit' | 'event-not-found'> {
	if (refusal === 'not-your-unit') error(403);
	if (refusal === 'event-not-found') error(404);
	return refusal as Exclude<R, 'not-your-unit' | 'event-not-found'>;
}
