import { and, count, eq, gt, inArray, max, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { pageFrom, type Cursor, type Page } from '../keyset';
import { firstStartAfter } from './listed-event';
import { findPublicEvent, readEvents, type EventRecord } from './events';
import { auditEntries } from '../schema/audit/audit';
import { eventPublications, events } from '../schema/events/events';

/** How often an event was changed, and when last (ms, UTC). */
export interface Revision {
	count: number;
	at: number;
}

export type OpenEvent = EventRecord & { revision: Revision };

/**
 * The published events that end after `now` (ms, UTC), by start, cancelled ones too, for the public. One page of `size`.
 */
export async function listOpenEvents(
	db: Database,
	{ now, size, cursor }: { now: number; size?: number; cursor?: Cursor }
): Promise<Page<OpenEvent>> {
	const page = pageFrom(cursor, { key: events.startsAt, id: events.id, direction: 'ascending' }, size);
	const ids = db
		.select({ id: events.id })
		.from(events)
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.where(and(gt(events.endsAt, now), sql`${events.startsAt} >= ${firstStartAfter(now)}`, page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(await withRevisions(db, await readEvents(db, inArray(events.id, ids))));
}

/** One published event with its revision; null for a draft or an unknown one. */
export async function findOpenEvent(db: Database, id: string): Promise<OpenEvent | null> {
	const event = await findPublicEvent(db, id);
	return event && (await withRevisions(db, [event]))[0]!;
}

async function withRevisions(db: Database, found: EventRecord[]): Promise<OpenEvent[]> {
	const rows = await db
		.select({ id: auditEntries.subjectId, count: count(), at: max(auditEntries.at) })
		.from(auditEntries)
		.where(
			and(
				eq(auditEntries.subjectType, 'event'),
				inArray(
					auditEntries.subjectId,
					found.map(({ id }) => id)
				)
			)
		)
		.groupBy(auditEntries.subjectId);
	const revisions = new Map(rows.map(({ id, count, at }) => [id, { count, at: at ?? 0 }]));
	return found.map((event) => ({ ...event, revision: revisions.get(event.id) ?? { count: 0, at: event.at } }));
}
