import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { EventKind } from '$lib/domain/events/event';
import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { events } from '../schema/events/events';

/** A published event that is neither completed nor cancelled. */
export interface UnsettledEvent {
	id: string;
	kind: EventKind;
	title: string;
	place: string;
	/** ms, UTC */
	startsAt: number;
}

/** The query of the unsettled events within `scope` that begin in a period, the first one first. */
export const askUnsettledEvents = (db: Database, scope: string, { fromOn, toOn }: Period) =>
	unsettled(db, { scope, from: instantOf(fromOn, '00:00'), until: instantOf(addDays(toOn, 1), '00:00') });

const unsettled = compiled<{ scope: string; from: number; until: number }, UnsettledEvent[]>(
	(db, { scope, from, until }) =>
		db
			.select({
				id: events.id,
				kind: events.kind,
				title: events.title,
				place: events.place,
				startsAt: sql<number>`${events.startsAt}`
			})
			.from(events)
			.where(
				sql`${events.stage} = 'published' and ${events.startsAt} >= ${from} and ${events.startsAt} < ${until}
					and exists (select 1 from unit_closure where ancestor_id = ${scope} and descendant_id = ${events.unitId})`
			)
			.orderBy(events.startsAt, events.id)
);
