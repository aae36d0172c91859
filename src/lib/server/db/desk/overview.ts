import { and, asc, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { answerReplies, householdAnswers } from '../schema/banquets/household-answers';
import { banquets } from '../schema/banquets/banquets';
import { events } from '../schema/events/events';
import { units } from '../schema/units/units';
import { isInLedger } from '../banquets/counted-banquets';
import { liesWithin } from '../units/scope';
import { firstStepColumns, stepsLeft } from './first-steps';

/** Answers and events named on the overview; the rest are a number. */
const named = 5;

/** Whose desk it is, the unit at and below which it looks, the time (ms, UTC), until when events are named, and the town's date. */
interface Asked {
	scope: string;
	accountId: string;
	today: string;
	now: number;
	until: number;
}

/** What waits for a cadre within `scope`, in one round trip. */
export async function readOverview(db: Database, asked: Asked) {
	const [counts, answers, coming] = await db.batch([
		waitingCounts(db, asked),
		openAnswers(db, asked),
		comingEvents(db, asked)
	]);
	const { waiting, own, overdue, unfinished, declarations, pledges } = counts[0]!;
	return {
		/**
		 * Dissuasions that a second person has not confirmed; `own` of them this account recorded and may not confirm.
		 */
		waiting: { all: waiting, own },
		unanswered: answers[0]?.all ?? 0,
		answers,
		overdue,
		coming,
		/** Events that are over and wait for their completion. */
		unfinished,
		/** What households declared and signed online, to be confirmed. */
		declarations,
		pledges,
		/** What a new installation has still to set up; null once it is. */
		firstSteps: stepsLeft(counts[0]!)
	};
}

/** Each by an index of what waits: it begins there, and looks up the unit of each. */
function waitingCounts(db: Database, { scope, accountId, today, now }: Asked) {
	const isWithin = (unitId: string) => liesWithin(sql.raw(unitId), scope);
	const waiting = sql`from dissuasions d cross join banquets b on b.id = d.banquet_id
		where d.is_confirmed = 0 and b.is_removed = 0 and ${isWithin('b.unit_id')}`;
	return db
		.select({
			...firstStepColumns,
			waiting: sql<number>`(select count(*) ${waiting})`,
			own: sql<number>`(select count(*) ${waiting} and d.by_id = ${accountId})`,
			overdue: sql<number>`(select count(*) from banquets b where b.listed_outcome is null and b.planned_on < ${today}
				and b.is_removed = 0 and ${isWithin('b.unit_id')})`,
			unfinished: sql<number>`(select count(*) from events e where e.stage = 'published' and e.ends_at < ${now}
				and ${isWithin('e.unit_id')})`,
			declarations: sql<number>`(select count(*) from banquets b where b.confirmed_tables is null and b.is_removed = 0
				and ${isWithin('b.unit_id')})`,
			pledges: sql<number>`(select count(*) from pledges p where p.is_confirmed = 0 and p.is_withdrawn = 0
				and ${isWithin('p.village_id')})`
		})
		.from(sql`(select 1)`);
}

/** What households answered about their records and no cadre has replied to, oldest first. */
const openAnswers = (db: Database, { scope }: Asked) =>
	db
		.select({
			banquetId: householdAnswers.banquetId,
			at: householdAnswers.at,
			occasion: banquets.occasion,
			unitName: units.name,
			unitNameEn: units.nameEn,
			all: sql<number>`count(*) over ()`
		})
		.from(householdAnswers)
		.leftJoin(answerReplies, eq(answerReplies.answerId, householdAnswers.id))
		.crossJoin(banquets)
		.crossJoin(units)
		.where(
			and(
				isNull(answerReplies.at),
				eq(banquets.id, householdAnswers.banquetId),
				isInLedger(),
				eq(units.id, banquets.unitId),
				liesWithin(banquets.unitId, scope)
			)
		)
		.orderBy(asc(householdAnswers.at))
		.limit(named);

/** They are few among all events: SQLite finds them by their stage and puts them in order (`+` keeps it from the order of starts). */
const comingEvents = (db: Database, { scope, now, until }: Asked) =>
	db
		.select({
			id: events.id,
			kind: events.kind,
			title: events.title,
			place: events.place,
			startsAt: sql<number>`${events.startsAt}`,
			taken: sql<number>`(select coalesce(sum(taken), 0) from slots where event_id = events.id)`
		})
		.from(events)
		.where(
			and(
				eq(events.stage, 'published'),
				gte(events.endsAt, now),
				lt(sql`+${events.startsAt}`, until),
				liesWithin(events.unitId, scope)
			)
		)
		.orderBy(sql`+${events.startsAt}`, asc(events.id))
		.limit(named);
