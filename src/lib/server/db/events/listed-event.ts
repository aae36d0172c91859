import { sql } from 'drizzle-orm';
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

export const byStart = { key: events.startsAt, id: events.id, direction: 'ascending' } as const;
