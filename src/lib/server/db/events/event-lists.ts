import { and, asc, count, eq, gt, gte, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { EventKind } from '$lib/domain/events/event';
import type { Database } from '../client';
import { pageFrom, type Cursor } from '../keyset';
import { withinUnit } from '../units/scope';
import { eventCancellations, eventCompletions, eventPublications, events, slots } from '../schema/events/events';
import { units } from '../schema/units/units';
import { waiting } from './slots';

type Statement = BatchItem<'sqlite'>;

const byStart = { key: events.startsAt, id: events.id, direction: 'ascending' } as const;

/** A slot's places that are to be had at once: none while others wait; null without a limit. */
const freeInSlot = sql`case when ${waiting} > 0 then 0 else slots.capacity - slots.taken end`;

const listed = {
	id: events.id,
	unitId: events.unitId,
	unitName: units.name,
	unitNameEn: units.nameEn,
	kind: events.kind,
	topic: events.topic,
	title: events.title,
	place: events.place,
	startsAt: events.startsAt,
	endsAt: events.endsAt,
	publishedAt: eventPublications.at,
	cancelledAt: eventCancellations.at,
	completedAt: eventCompletions.at,
	/** When it was last moved while people were signed up; null when it never was. */
	movedAt: sql<number | null>`(select max(at) from event_changes where event_id = events.id)`
};

/**
 * The events villagers may look forward to: published, their end after `now` (UTC ms); cancelled ones among them carry `cancelledAt`.
 * By start, one page of `size`.
 * Out: with each its slots, those not yet begun (`openSlots`), and the places free in these (null: at least one without a limit).
 */
export async function listUpcomingEvents(
	db: Database,
	{ now, size, kind, cursor }: { now: number; size?: number; kind?: EventKind; cursor?: Cursor }
) {
	const page = pageFrom(cursor, byStart, size);
	const slotsToCome = sql`from ${slots} where ${slots.eventId} = ${events.id} and ${slots.startsAt} > ${now}`;
	const rows = await db
		.select({
			...listed,
			startsAt: sql<number>`${events.startsAt}`,
			endsAt: sql<number>`${events.endsAt}`,
			slots: sql<number>`(select count(*) from ${slots} where ${slots.eventId} = ${events.id})`,
			openSlots: sql<number>`(select count(*) ${slotsToCome})`,
			freePlaces: sql<
				number | null
			>`(select case when count(*) > count(${slots.capacity}) then null else coalesce(sum(${freeInSlot}), 0) end ${slotsToCome})`
		})
		.from(events)
		.innerJoin(units, eq(units.id, events.unitId))
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(gt(events.endsAt, now), isNull(eventCompletions.at), kind && eq(events.kind, kind), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** Published events of units within `scope` that begin from `from` until `until` (ms, UTC) and were not cancelled, by start. */
export async function listEventsOn(
	db: Database,
	{ scope, from, until, limit }: { scope: string; from: number; until: number; limit: number }
) {
	return db
		.select({ id: events.id, title: events.title, place: events.place, startsAt: sql<number>`${events.startsAt}` })
		.from(events)
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(
			and(
				gte(events.startsAt, from),
				lt(events.startsAt, until),
				isNull(eventCancellations.at),
				withinUnit(events.unitId, scope)
			)
		)
		.orderBy(asc(events.startsAt), asc(events.id))
		.limit(limit);
}

/** The desk's lists: to come (soonest first), over (latest first), not yet published, cancelled (both newest first). */
export const eventViews = ['upcoming', 'past', 'drafts', 'cancelled'] as const;
export type EventView = (typeof eventViews)[number];

function inView(view: EventView, now: number): SQL | undefined {
	const isPublic = and(isNotNull(eventPublications.at), isNull(eventCancellations.at));
	switch (view) {
		case 'upcoming':
			return and(isPublic, isNull(eventCompletions.at), gt(events.endsAt, now));
		case 'past':
			return and(isPublic, or(isNotNull(eventCompletions.at), lte(events.endsAt, now)));
		case 'drafts':
			return and(isNull(eventPublications.at), isNull(eventCancellations.at));
		case 'cancelled':
			return isNotNull(eventCancellations.at);
	}
}

/** Drafts need no start yet: they are listed as they were made, like cancelled events. */
const orderOf = {
	upcoming: byStart,
	past: { key: events.startsAt, id: events.id, direction: 'descending' },
	drafts: { id: events.id, direction: 'descending' },
	cancelled: { id: events.id, direction: 'descending' }
} as const;

/**
 * One page of the desk's events of unit `scope` and below, with places taken and in all (null: a slot without a limit).
 */
export async function listEvents(
	db: Database,
	{ scope, view, now, kind, cursor }: { scope: string; view: EventView; now: number; kind?: EventKind; cursor?: Cursor }
) {
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
		.where(and(withinUnit(events.unitId, scope), kind && eq(events.kind, kind), inView(view, now), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many events each view holds, within `scope`. */
export async function countEvents(
	db: Database,
	{ scope, now }: { scope: string; now: number }
): Promise<Record<EventView, number>> {
	const held = await db.batch(
		eventViews.map((view) =>
			db
				.select({ held: count() })
				.from(events)
				.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
				.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
				.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
				.where(and(withinUnit(events.unitId, scope), inView(view, now)))
		) as unknown as [Statement, ...Statement[]]
	);
	return Object.fromEntries(eventViews.map((view, at) => [view, (held[at] as { held: number }[])[0]!.held])) as Record<
		EventView,
		number
	>;
}
