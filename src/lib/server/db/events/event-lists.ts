import { and, count, eq, gt, lte, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { EventKind } from '$lib/domain/events/event';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { readReach, withinReach } from '../units/scope';
import { eventCancellations, eventCompletions, eventPublications, events } from '../schema/events/events';
import { units } from '../schema/units/units';
import { waiting } from './slots';
import { byStart, listed } from './listed-event';
import { emptyPage, pageFrom, type Cursor } from '../keyset';

/** The desk's lists: to come (soonest first), over (latest first), not yet published, cancelled (both newest first). */
export const eventViews = ['upcoming', 'past', 'drafts', 'cancelled'] as const;
export type EventView = (typeof eventViews)[number];

/** `stage` is the column, as a list or a count reads it. */
function inView(view: EventView, now: number, stage: SQLWrapper = events.stage): SQL | undefined {
	switch (view) {
		case 'upcoming':
			return and(eq(events.stage, 'published'), gt(events.endsAt, now));
		case 'past':
			return or(eq(stage, 'completed'), and(eq(stage, 'published'), lte(events.endsAt, now)));
		case 'drafts':
			return eq(events.stage, 'draft');
		case 'cancelled':
			return eq(events.stage, 'cancelled');
	}
}

/** Drafts need no start yet: they are listed as they were made, like cancelled events. */
const orderOf = {
	upcoming: byStart,
	past: { key: events.startsAt, id: events.id, direction: 'descending' },
	drafts: { id: events.id, direction: 'descending' },
	cancelled: { id: events.id, direction: 'descending' }
} as const;

/** Keeps SQLite from putting all past events in order: a page of them is read in the order of their starts. */
const unindexedStage = sql`+${events.stage}`;

/**
 * One page of the desk's events of unit `scope` and below, with places taken and in all (null: a slot without a limit).
 */
export async function listEvents(
	db: Database,
	{ scope, view, now, kind, cursor }: { scope: string; view: EventView; now: number; kind?: EventKind; cursor?: Cursor }
) {
	const reach = await readReach(db, scope);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, orderOf[view]);
	const rows = await db
		.select({
			...listed,
			slots: sql<number>`(select count(*) from slots where event_id = events.id)`,
			taken: sql<number>`(select coalesce(sum(taken), 0) from slots where event_id = events.id)`,
			waiting: sql<number>`(select coalesce(sum(${waiting}), 0) from slots where event_id = events.id)`,
			capacity: sql<
				number | null
			>`(select case when count(*) > count(capacity) then null else sum(capacity) end from slots where event_id = events.id)`
		})
		.from(events)
		.innerJoin(units, eq(units.id, events.unitId))
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(
			and(
				withinReach(events.unitId, reach),
				kind && eq(events.kind, kind),
				inView(view, now, unindexedStage),
				page.beyond
			)
		)
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many events each view holds, within `scope`. */
export async function countEvents(
	db: Database,
	{ scope, now }: { scope: string; now: number }
): Promise<Record<EventView, number>> {
	const reach = await readReach(db, scope);
	if (!reach) return { upcoming: 0, past: 0, drafts: 0, cancelled: 0 };
	const held = await db.batch(
		eventViews.map((view) =>
			db
				.select({ held: count() })
				.from(events)
				.where(and(withinReach(events.unitId, reach), inView(view, now)))
		) as unknown as [Statement, ...Statement[]]
	);
	return Object.fromEntries(eventViews.map((view, at) => [view, (held[at] as { held: number }[])[0]!.held])) as Record<
		EventView,
		number
	>;
}
