// The events that everybody may see.
import { and, asc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import type { EventKind } from '$lib/domain/events/event';
import type { Database } from '../client';
import { withinUnit } from '../units/scope';
import { eventCancellations, eventCompletions, eventPublications, events, slots } from '../schema/events/events';
import { units } from '../schema/units/units';
import { waiting } from './slots';
import { byStart, listed } from './listed-event';
import { pageFrom, type Cursor } from '../keyset';

/** A slot's places that are to be had at once: none while others wait; null without a limit. */
const freeInSlot = sql`case when ${waiting} > 0 then 0 else slots.capacity - slots.taken end`;

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
