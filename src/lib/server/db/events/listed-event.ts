import { sql, type SQLWrapper } from 'drizzle-orm';
import { eventCancellations, eventCompletions, eventPublications, events } from '../schema/events/events';
import { units } from '../schema/units/units';

/** What every list shows of an event: columns of events, their units and changes of state. */
export const listed = {
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
 * The first start of all events whose end is after `now` (ms, UTC). A list of them enters the index by start here: what is over lies before.
 * The plus keeps SQLite from looking for it along that index, through all that is over.
 */
export const firstStartAfter = (now: number | SQLWrapper) =>
	sql`(select min(+soon.starts_at) from events as soon where soon.ends_at > ${now})`;

export const byStart = { key: events.startsAt, id: events.id, direction: 'ascending' } as const;
