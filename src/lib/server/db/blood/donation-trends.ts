import { and, desc, eq, sql, sum } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { countedOf } from './donation-counts';
import { isAt } from '../in-period';
import { eventCompletions, events } from '../schema/events/events';
import { withinUnit } from '../units/scope';
import { everything, monthAt, type MonthCount } from '../figures/trends';

/** Donations (人次) at completed blood drives within `scope`, by the town's month of the drive. */
export async function countDonations(db: Database, scope: string, period: Period): Promise<MonthCount[]> {
	return db
		.select({ key: everything, month: monthAt(events.startsAt), count: sum(countedOf.donors).mapWith(Number) })
		.from(events)
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(isAt(events.startsAt, period), eq(events.kind, 'blood-drive'), withinUnit(events.unitId, scope)))
		.groupBy(sql`1, 2`);
}

/** The completed blood drives of a period within `scope`, the latest first, each with what was given. */
export async function listDrives(db: Database, scope: string, period: Period) {
	return db
		.select({
			id: events.id,
			title: events.title,
			place: events.place,
			startsAt: sql<number>`${events.startsAt}`,
			donors: countedOf.donors,
			millilitres: countedOf.millilitres,
			firstTime: countedOf.firstTime,
			repeat: countedOf.repeat
		})
		.from(events)
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(isAt(events.startsAt, period), eq(events.kind, 'blood-drive'), withinUnit(events.unitId, scope)))
		.orderBy(desc(events.startsAt));
}
