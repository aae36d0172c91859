import { and, asc, eq, getTableColumns, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { compiled, type Asked } from '../compiled';
import type { Stamp, Statement } from '../statement';
import { eventSeries } from '../schema/events/event-series';
import { eventCancellations, eventCompletions, eventPublications, events, slots } from '../schema/events/events';
import { units } from '../schema/units/units';
import { movedFrom, type Moves } from '../units/successions';
import { waiting } from './slots';

const wholeEvent = {
	...getTableColumns(events),
	unitName: units.name,
	unitNameEn: units.nameEn,
	unitPhone: units.phone,
	series: { rule: eventSeries.rule, every: eventSeries.every, firstOn: eventSeries.firstOn },
	publication: { at: eventPublications.at, byId: eventPublications.byId },
	cancellation: { at: eventCancellations.at, reason: eventCancellations.reason },
	completion: {
		at: eventCompletions.at,
		attended: eventCompletions.attended,
		unticked: eventCompletions.unticked,
		donors: eventCompletions.donors,
		millilitres: eventCompletions.millilitres,
		note: eventCompletions.note
	}
};

const slotOfEvent = {
	id: slots.id,
	eventId: slots.eventId,
	startsAt: slots.startsAt,
	endsAt: slots.endsAt,
	capacity: slots.capacity,
	taken: slots.taken,
	waiting
};

const eventsWhere = (db: Database, condition: SQL | undefined) =>
	db
		.select(wholeEvent)
		.from(events)
		.innerJoin(units, eq(units.id, events.unitId))
		.leftJoin(eventSeries, eq(eventSeries.id, events.seriesId))
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(condition)
		.orderBy(asc(events.startsAt), asc(events.id));

const slotsWhere = (db: Database, condition: SQL | undefined) =>
	db.select(slotOfEvent).from(slots).where(condition).orderBy(asc(slots.startsAt), asc(slots.id));

/** Whole events under a condition, by start; each with its slots in order, in one round trip. */
export async function readEvents(db: Database, condition: SQL | undefined) {
	const chosen = db
		.select({ id: events.id })
		.from(events)
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(condition);
	return withSlots(...(await db.batch([eventsWhere(db, condition), slotsWhere(db, inArray(slots.eventId, chosen))])));
}

/** Each event with its own slots. */
export function withSlots(found: Awaited<ReturnType<typeof eventsWhere>>, own: Awaited<ReturnType<typeof slotsWhere>>) {
	return found.map((event) => ({
		...event,
		slots: own.filter(({ eventId }) => eventId === event.id).map(({ eventId: _, ...slot }) => slot)
	}));
}

export type EventRecord = ReturnType<typeof withSlots>[number];

export const eventById = compiled((db, { id }: Asked<{ id: string }>) => eventsWhere(db, eq(events.id, id)));

export const slotsByEvent = compiled((db, { id }: Asked<{ id: string }>) => slotsWhere(db, eq(slots.eventId, id)));

/**
 * An event with its unit, its state changes and its slots in order, in one round trip; null when there is none.
 * `waiting` counts the parties on a slot's waitlist. Drafts too: villagers' pages ask `findPublicEvent`.
 */
export async function findEvent(db: Database, id: string): Promise<EventRecord | null> {
	return withSlots(...(await db.batch([eventById(db, { id }), slotsByEvent(db, { id })])))[0] ?? null;
}

/** What villagers may see: the same, but null for a draft. A cancelled event stays to be seen. */
export async function findPublicEvent(db: Database, id: string): Promise<EventRecord | null> {
	const event = await findEvent(db, id);
	return event?.publication ? event : null;
}

/** The id of the published event with this number (the short address /e/12); null for a draft's or an unknown one. */
export async function findEventIdByNumber(db: Database, number: number): Promise<string | null> {
	const rows = await db
		.select({ id: events.id })
		.from(events)
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.where(eq(events.number, number));
	return rows[0]?.id ?? null;
}

/**
 * The events of the same series that follow this one and may still be changed: of the same unit, not begun at `now`
 * (UTC ms), neither cancelled nor completed. None for an event without a series.
 */
export async function listFollowing(
	db: Database,
	event: Pick<EventRecord, 'seriesId' | 'unitId' | 'startsAt'>,
	now: number
): Promise<EventRecord[]> {
	if (event.seriesId === null) return [];
	return readEvents(
		db,
		and(
			eq(events.seriesId, event.seriesId),
			eq(events.unitId, event.unitId),
			gt(events.startsAt, Math.max(event.startsAt ?? 0, now)),
			isNull(eventCancellations.at),
			isNull(eventCompletions.at)
		)
	);
}

type NewEvent = Omit<typeof events.$inferInsert, 'number' | 'startsAt' | 'endsAt'>;

export const insertEvent = (db: Database, event: NewEvent): Statement => db.insert(events).values(event);

export const updateEvent = (
	db: Database,
	id: string,
	change: Partial<Omit<NewEvent, 'id' | 'at' | 'byId'>>
): Statement => db.update(events).set(change).where(eq(events.id, id));

export const insertPublication = (db: Database, eventId: string, stamp: Stamp): Statement =>
	db.insert(eventPublications).values({ eventId, ...stamp });

export const insertCancellation = (db: Database, eventId: string, reason: string, stamp: Stamp): Statement =>
	db.insert(eventCancellations).values({ eventId, reason, ...stamp });

/** Events without a time yet, of units that end, are held by the ones they go over to. */
export const updateUnitsOfDrafts = (db: Database, moves: Moves): Statement =>
	db
		.update(events)
		.set({ unitId: movedFrom('events.unit_id', moves) })
		.where(
			and(
				inArray(events.unitId, [...moves.keys()]),
				inArray(events.stage, ['draft', 'published']),
				isNull(events.startsAt)
			)
		);
