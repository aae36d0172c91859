import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { eventCompletions, events } from '../schema/events/events';

/** A completed blood drive with what was given; triggers keep donors and volume equal to its results, where there are any. */
export interface Drive {
	id: string;
	title: string;
	place: string;
	/** ms, UTC */
	startsAt: number;
	donors: number;
	millilitres: number;
}

/** The query of the completed blood drives of a period within `scope`, the latest first. */
export const askDrives = (db: Database, scope: string, { fromOn, toOn }: Period) =>
	drives(db, { scope, from: instantOf(fromOn, '00:00'), until: instantOf(addDays(toOn, 1), '00:00') });

const drives = compiled<{ scope: string; from: number; until: number }, Drive[]>((db, { scope, from, until }) =>
	db
		.select({
			id: events.id,
			title: events.title,
			place: events.place,
			startsAt: sql<number>`${events.startsAt}`,
			donors: sql<number>`coalesce(${eventCompletions.donors}, 0)`,
			millilitres: sql<number>`coalesce(${eventCompletions.millilitres}, 0)`
		})
		.from(events)
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(
			and(
				eq(events.kind, 'blood-drive'),
				gte(events.startsAt, from),
				lt(events.startsAt, until),
				sql`exists (select 1 from unit_closure where ancestor_id = ${scope} and descendant_id = ${events.unitId})`
			)
		)
		.orderBy(desc(events.startsAt))
);
