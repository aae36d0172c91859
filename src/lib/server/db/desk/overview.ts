import { and, asc, count, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { answerReplies, householdAnswers } from '../schema/banquets/household-answers';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { dissuasionConfirmations, dissuasions } from '../schema/banquets/dissuasions';
import { eventCancellations, eventCompletions, eventPublications, events } from '../schema/events/events';
import { units } from '../schema/units/units';
import { banquetsWithin } from '../banquets/counted-banquets';
import { withinUnit } from '../units/scope';

/** Answers and events named on the overview; the rest are a number. */
const named = 5;

const isOpenEvent = and(isNotNull(eventPublications.at), isNull(eventCancellations.at), isNull(eventCompletions.at));

/**
 * What waits for a cadre within `scope`, in one round trip. `accountId`: whose desk it is; `now` and `until` are
 * instants (ms, UTC), `today` the town's date.
 */
export async function readOverview(
	db: Database,
	{
		scope,
		accountId,
		today,
		now,
		until
	}: { scope: string; accountId: string; today: string; now: number; until: number }
) {
	const [waiting, answers, overdue, coming, unfinished] = await db.batch([
		waitingDissuasions(db, scope, accountId),
		openAnswers(db, scope),
		overdueBanquets(db, scope, today),
		comingEvents(db, scope, now, until),
		unfinishedEvents(db, scope, now)
	]);
	return {
		/**
		 * Dissuasions that a second person has not confirmed; `own` of them this account recorded and may not confirm.
		 */
		waiting: waiting[0]!,
		unanswered: answers[0]?.all ?? 0,
		answers,
		overdue: overdue[0]!.count,
		coming,
		unfinished: unfinished[0]!.count
	};
}

const waitingDissuasions = (db: Database, scope: string, accountId: string) =>
	db
		.select({
			all: count(),
			own: sql<number>`count(case when ${dissuasions.byId} = ${accountId} then 1 end)`
		})
		.from(dissuasions)
		.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
		.leftJoin(dissuasionConfirmations, eq(dissuasionConfirmations.dissuasionId, dissuasions.id))
		.where(and(isNull(dissuasionConfirmations.at), banquetsWithin(scope)));

/** What households answered about their records and no cadre has replied to, oldest first. */
const openAnswers = (db: Database, scope: string) =>
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
		.innerJoin(banquets, eq(banquets.id, householdAnswers.banquetId))
		.innerJoin(units, eq(units.id, banquets.unitId))
		.leftJoin(answerReplies, eq(answerReplies.answerId, householdAnswers.id))
		.where(and(isNull(answerReplies.at), banquetsWithin(scope)))
		.orderBy(asc(householdAnswers.at))
		.limit(named);

const overdueBanquets = (db: Database, scope: string, today: string) =>
	db
		.select({ count: count() })
		.from(banquets)
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.where(and(isNull(banquetOutcomes.outcome), lt(banquets.plannedOn, today), banquetsWithin(scope)));

const comingEvents = (db: Database, scope: string, now: number, until: number) =>
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
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(gte(events.endsAt, now), lt(events.startsAt, until), isOpenEvent, withinUnit(events.unitId, scope)))
		.orderBy(asc(events.startsAt), asc(events.id))
		.limit(named);

/** Events that are over and wait for their completion. */
const unfinishedEvents = (db: Database, scope: string, now: number) =>
	db
		.select({ count: count() })
		.from(events)
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(lt(events.endsAt, now), isOpenEvent, withinUnit(events.unitId, scope)));
