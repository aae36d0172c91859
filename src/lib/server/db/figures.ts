import { and, count, eq, inArray, isNotNull, or, sql, sum, type SQL } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import { dateOf } from '../../domain/calendar';
import type { ReportingPeriods } from '../../domain/reporting-period';
import { isVillageLevel, unitKinds } from '../../domain/unit';
import { tallyGuests } from './birthday-counts';
import type { Database } from './client';
import { countedOf, isAt, isDeclared, isHeld, isInPlace, isOn, isPledgedOn, isStopped, whichPeriod } from './counting';
import { activities } from './schema/activities';
import { banquetOutcomes, banquets, dissuasions } from './schema/banquets';
import { eventCompletions, events } from './schema/events';
import { pledges, pledgeWithdrawals } from './schema/pledges';
import { signups } from './schema/signups';
import { gridMembers, unitClosure, units } from './schema/units';
import { banquetsWithin, withinUnit } from './scope';

export type Tally = ReturnType<typeof tallyOf>;

/**
 * All that figures are made from, for both periods at once and within each of several units (a town and its villages), in their
 * order and in one round trip. Grids and their members are counted on each period's last day.
 */
export async function tallyRecords(
	db: Database,
	scopes: readonly string[],
	periods: ReportingPeriods
): Promise<Tally[]> {
	const queries = scopes.map((scope) => queriesOf(db, scope, periods));
	const first = queries[0];
	if (!first) return [];
	const answers = (await db.batch(queries.flat() as unknown as typeof first)) as readonly unknown[];
	return scopes.map((_, nth) =>
		tallyOf(answers.slice(nth * first.length, (nth + 1) * first.length) as unknown as BatchResponse<typeof first>)
	);
}

/** What is asked of each scope. */
function queriesOf(db: Database, scope: string, { now, before }: ReportingPeriods) {
	return [
		ledgerStarts(db),
		db
			.select({ period: whichPeriod(isOn(banquetOutcomes.endedOn, now)), count: count() })
			.from(banquetOutcomes)
			.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
			.where(
				and(
					either((period) => isOn(banquetOutcomes.endedOn, period)),
					isHeld(),
					banquetsWithin(scope)
				)
			)
			.groupBy(sql`1`),
		db
			.select({ period: whichPeriod(isOn(banquets.declaredOn, now)), count: count() })
			.from(banquets)
			.where(
				and(
					either((period) => isOn(banquets.declaredOn, period)),
					isDeclared(),
					banquetsWithin(scope)
				)
			)
			.groupBy(sql`1`),
		db
			.select({ period: whichPeriod(isOn(dissuasions.wentOn, now)), count: count() })
			.from(dissuasions)
			.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
			.where(
				and(
					either((period) => isOn(dissuasions.wentOn, period)),
					isStopped(),
					banquetsWithin(scope)
				)
			)
			.groupBy(sql`1`),
		db
			.select({
				period: whichPeriod(isOn(activities.doneOn, now)),
				kind: activities.kind,
				records: count(),
				quantity: sum(activities.quantity).mapWith(Number)
			})
			.from(activities)
			.where(
				and(
					either((period) => isOn(activities.doneOn, period)),
					eq(activities.isRemoved, false),
					withinUnit(activities.unitId, scope)
				)
			)
			.groupBy(sql`1, 2`),
		db
			.select({
				period: whichPeriod(isAt(events.startsAt, now)),
				kind: events.kind,
				topic: events.topic,
				count: count(),
				attended: sum(eventCompletions.attended).mapWith(Number)
			})
			.from(events)
			.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(
				and(
					either((period) => isAt(events.startsAt, period)),
					withinUnit(events.unitId, scope)
				)
			)
			.groupBy(sql`1, 2, 3`),
		db
			.select({
				now: countWhere(isPledgedOn(now.toOn)),
				before: countWhere(isPledgedOn(before.toOn)),
				signedNow: countWhere(and(isPledgedOn(now.toOn), isOn(pledges.signedOn, now))!),
				signedBefore: countWhere(and(isPledgedOn(before.toOn), isOn(pledges.signedOn, before))!)
			})
			.from(pledges)
			.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
			.where(withinUnit(pledges.villageId, scope)),
		db
			.select({
				period: whichPeriod(isAt(events.startsAt, now)),
				donors: sum(countedOf.donors).mapWith(Number),
				millilitres: sum(countedOf.millilitres).mapWith(Number),
				firstTime: sum(countedOf.firstTime).mapWith(Number),
				repeat: sum(countedOf.repeat).mapWith(Number)
			})
			.from(events)
			.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(
				and(
					either((period) => isAt(events.startsAt, period)),
					eq(events.kind, 'blood-drive'),
					withinUnit(events.unitId, scope)
				)
			)
			.groupBy(sql`1`),
		db
			.select({
				now: countWhere(isInPlace(units.validFromOn, units.validToOn, now.toOn)),
				before: countWhere(isInPlace(units.validFromOn, units.validToOn, before.toOn))
			})
			.from(units)
			.where(and(eq(units.kind, 'grid'), withinUnit(units.id, scope))),
		db
			.select({
				role: gridMembers.role,
				now: countWhere(isInPlace(gridMembers.fromOn, gridMembers.toOn, now.toOn)),
				before: countWhere(isInPlace(gridMembers.fromOn, gridMembers.toOn, before.toOn))
			})
			.from(gridMembers)
			.where(withinUnit(gridMembers.gridId, scope))
			.groupBy(gridMembers.role),
		listCheckedMonths(db, scope, now.fromOn.slice(0, 4), before.fromOn.slice(0, 4)),
		tallyGuests(db, scope, { now, before })
	] as const;

	function either(isIn: (period: ReportingPeriods['now']) => SQL): SQL {
		return or(isIn(now), isIn(before))!;
	}
}

function tallyOf(answers: BatchResponse<ReturnType<typeof queriesOf>>) {
	const [
		ledgers,
		held,
		declared,
		stopped,
		entries,
		completed,
		pledged,
		donations,
		grids,
		members,
		complaintMonths,
		guests
	] = answers;
	return {
		...{
			ledger: ledgers[0]!,
			held,
			declared,
			stopped,
			entries,
			completed,
			donations,
			members,
			complaintMonths,
			guests
		},
		...{ pledged: pledged[0]!, grids: grids[0]! }
	};
}

const dayOf = (at: number | null) => (at === null ? null : dateOf(at));

const countWhere = (condition: SQL) => sql<number>`count(case when ${condition} then 1 end)`;

/** The day of the first record of each ledger in the installation: before it there is no data, which differs from zero. */
export async function readLedgerStarts(db: Database) {
	const [starts] = await ledgerStarts(db);
	return starts!;
}

function ledgerStarts(db: Database) {
	const first = (column: SQL) => sql<string | null>`(select ${column})`;
	return db
		.select({
			banquets: first(sql`min(${banquetOutcomes.endedOn}) from ${banquetOutcomes}
				join ${banquets} on ${banquets.id} = ${banquetOutcomes.banquetId} where ${banquets.isRemoved} = 0`),
			declarations: first(sql`min(${banquets.declaredOn}) from ${banquets} where ${banquets.isRemoved} = 0`),
			activities: first(sql`min(${activities.doneOn}) from ${activities} where ${activities.isRemoved} = 0`),
			signups: sql<number | null>`(select min(${signups.at}) from ${signups})`.mapWith(dayOf),
			pledges: first(sql`min(${pledges.signedOn}) from ${pledges} where ${pledges.audience} = 'household'`),
			grids: first(sql`min(${units.validFromOn}) from ${units} where ${units.kind} = 'grid'`),
			guests: sql<number | null>`(select min(e.starts_at) from events e
				where exists (select 1 from invitations i where i.event_id = e.id and i.result is not null))`.mapWith(dayOf),
			events: sql<number | null>`(select min(${events.startsAt}) from ${events} where exists (
				select 1 from ${eventCompletions} where ${eventCompletions.eventId} = ${events.id}))`.mapWith((at: number | null) =>
				at === null ? null : dateOf(at)
			)
		})
		.from(sql`(select 1)`);
}

/**
 * The months (YYYY-MM) of two years for which somebody looked for complaints: there is one, or a checked zero of the unit
 * or of one above it, or a checked zero of every village in it.
 */
function listCheckedMonths(db: Database, scope: string, year: string, earlier: string) {
	const month = sql<string>`coalesce(${activities.zeroMonth}, substr(${activities.doneOn}, 1, 7))`;
	const isAbove = sql`${activities.unitId} in (select ${unitClosure.ancestorId} from ${unitClosure} where ${unitClosure.descendantId} = ${scope})`;
	const isVillage = sql`${units.kind} in ${unitKinds.filter(isVillageLevel)}`;
	const villages = sql`(select count(*) from ${units} v join ${unitClosure} c on c.descendant_id = v.id
		where c.ancestor_id = ${scope} and v.kind in ${unitKinds.filter(isVillageLevel)} and v.valid_to_on is null)`;
	return db
		.select({ month })
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.where(
			and(
				or(eq(activities.kind, 'complaint'), eq(activities.zeroKind, 'complaint')),
				eq(activities.isRemoved, false),
				inArray(sql`substr(${month}, 1, 4)`, [year, earlier]),
				or(withinUnit(activities.unitId, scope), and(isNotNull(activities.zeroKind), isAbove))
			)
		)
		.groupBy(month)
		.having(
			sql`max(${activities.kind} = 'complaint' or ${isAbove}) = 1
				or count(distinct case when ${isVillage} then ${units.id} end) >= ${villages}`
		);
}
