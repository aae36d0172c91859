import type { Context } from '$lib/server/context';
import { findEvent, type EventRecord } from '$lib/server/db/events/events';
import { openOwn } from '$lib/server/people/open-record';

/** The event, for staff of its unit: else a 404 or a 403. */
export async function getOwnEvent(ctx: Context, id: string): Promise<EventRecord> {
	return openOwn(ctx, await findEvent(ctx.db, id), ({ unitId }) => unitId);
}
