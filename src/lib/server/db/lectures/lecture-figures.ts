import { and, count, desc, eq, sql, sum } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { isAt } from '../in-period';
import { eventCompletions, events } from '../schema/events/events';
import { lectures } from '../schema/lectures/lectures';
import { withinUnit } from '../units/scope';

const isHeldLecture = (scope: string, period: Period) =>
	and(eq(events.kind, 'lecture'), isAt(events.startsAt, period), withinUnit(events.unitId, scope));

/** How often, and how many came in all (人次). */
export interface Sessions {
	key: string;
	sessions: number;
	attended: number | null;
}

const sessions = { sessions: count(), attended: sum(eventCompletions.attended).mapWith(Number) };

/** What lectures held in a period are grouped by; each lecture falls into exactly one group of each. */
const groupings = {
	title: sql<string>`${events.title}`,
	place: sql<string>`coalesce(${lectures.placeKind}, '')`,
	group: sql<string>`coalesce(${lectures.targetGroup}, '')`,
	partner: sql<string>`${events.partner}`
};
export type LectureGrouping = keyof typeof groupings;

/** Completed lectures within `scope` by one of the groupings, the most frequent first; '' is "not written down". */
export async function listLectures(
	db: Database,
	scope: string,
	period: Period,
	by: LectureGrouping
): Promise<Sessions[]> {
	return db
		.select({ key: groupings[by], ...sessions })
		.from(events)
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.leftJoin(lectures, eq(lectures.eventId, events.id))
		.where(isHeldLecture(scope, period))
		.groupBy(sql`1`)
		.orderBy(desc(sql`2`), sql`1`);
}

/** The same by speaker: a person by the index of the name, with one of its lectures whose sealed name can be opened; else where they come from. */
export async function listSpeakers(db: Database, scope: string, period: Period) {
	const rows = await db
		.select({
			key: sql<string>`coalesce(${lectures.speakerIndex}, 'from:' || ${lectures.speakerFrom})`,
			eventId: sql<string>`max(${lectures.eventId})`,
			// SQLite gives bare columns from the row that holds the maximum.
			speakerSealed: lectures.speakerSealed,
			speakerFrom: lectures.speakerFrom,
			...sessions
		})
		.from(events)
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.innerJoin(lectures, eq(lectures.eventId, events.id))
		.where(isHeldLecture(scope, period))
		.groupBy(sql`1`);
	return rows.sort((a, b) => b.sessions - a.sessions || (a.eventId < b.eventId ? -1 : 1));
}
