// The door of an event: its slots with their counts of people.
import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { cameTo } from '../events/attendance';
import { eventCancellations, eventCompletions, eventPublications, events, slots } from '../schema/events/events';

/** People of a slot, for a select on `slots`; `waiting` counts parties. */
export const counted = {
	came: sql<number>`(select coalesce(sum(people), 0) from check_ins where slot_id = slots.id and is_undone = 0)`,
	/** People with a place, come or not. */
	placed: sql<number>`(select coalesce(sum(granted), 0) from signups where slot_id = slots.id)`,
	absent: sql<number>`(select count(*) from no_shows join signups on signups.id = no_shows.signup_id
		where signups.slot_id = slots.id and is_ended = 0)`,
	waiting: sql<number>`(select count(*) from signups where slot_id = slots.id and status = 'waitlisted' and is_lapsed = 0)`
};

/** An event as its door sees it, with its slots and their counts of people (`waiting`: of parties); null when there is none. */
export async function findDoor(db: Database, eventId: string) {
	const [found, own] = await db.batch([
		db
			.select({
				id: events.id,
				unitId: events.unitId,
				kind: events.kind,
				title: events.title,
				place: events.place,
				publishedAt: eventPublications.at,
				cancelledAt: eventCancellations.at,
				completedAt: eventCompletions.at
			})
			.from(events)
			.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
			.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
			.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(eq(events.id, eventId)),
		db
			.select({
				id: slots.id,
				startsAt: slots.startsAt,
				endsAt: slots.endsAt,
				capacity: slots.capacity,
				taken: slots.taken,
				...counted
			})
			.from(slots)
			.where(eq(slots.eventId, eventId))
			.orderBy(asc(slots.startsAt), asc(slots.id))
	]);
	return found[0] ? { ...found[0], slots: own } : null;
}

/**
 * How many people came to an event; and how many with a place have not come where at least one person was checked in,
 * whom a completion at `now` (ms, UTC) closes.
 */
export async function countAtDoor(
	db: Database,
	eventId: string,
	now: number
): Promise<{ came: number; missing: number }> {
	const rows = await db.all<{ came: number; missing: number }>(sql`select ${cameTo(eventId)} as came,
		(select coalesce(sum(placed - came - absent), 0) from (
			select ${counted.came} as came, ${counted.placed} as placed, ${counted.absent} as absent
			from slots where event_id = ${eventId} and starts_at <= ${now}
		) where came > 0) as missing`);
	return rows[0]!;
}
