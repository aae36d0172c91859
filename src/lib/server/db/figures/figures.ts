import { and, count, countDistinct, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import { unionAll, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { dateOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { countedIn, type CountedSum } from './figure-counts';
import type { Measure } from '../rules/counted-records';
import { isInPlace, isOn } from '../in-period';
import { activities } from '../schema/activities/activities';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { figureDays, figureMonths } from '../schema/figures/figure-counts';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';
import { signups } from '../schema/signups/signups';
import { gridMembers, unitClosure, units } from '../schema/units/units';

/** All that a unit's figures of a period are made from. */
export interface Tally {
	/** The first day of each ledger in the installation. */
	ledger: Awaited<ReturnType<typeof readLedgerStarts>>;
	/** Of the period. */
	sums: CountedSum[];
	/** From the beginning to the period's last day: pledges signed and withdrawn. */
	pledged: CountedSum[];
	/** Of the pledges signed in the period, those withdrawn by its last day. */
	withdrawnOfSigned: number;
	/** On the period's last day. */
	grids: number;
	members: { role: string; count: number }[];
	/** The months (YYYY-MM) in which complaints were looked for. */
	checkedMonths: string[];
}

/** The tallies of several units (a town and its villages), each for every one of `periods`, in one round trip and few statements. */
export async function tallyRecords(
	db: Database,
	scopes: readonly string[],
	periods: readonly Period[]
): Promise<Tally[][]> {
	const [[ledger], ...answers] = await db.batch([
		ledgerStarts(db),
		...periods.flatMap((period) => queriesOf(db, scopes, period))
	]);
	const perPeriod = queriesOf(db, scopes, periods[0]!).length;
	const tallies = periods.map((_, nth) =>
		talliesOf(scopes, ledger!, answers.slice(nth * perPeriod, (nth + 1) * perPeriod) as unknown as Answers)
	);
	return scopes.map((_, at) => tallies.map((ofPeriod) => ofPeriod[at]!));
}

type Answers = BatchResponse<ReturnType<typeof queriesOf>>;

const epoch = '0001-01-01';

function queriesOf(db: Database, scopes: readonly string[], period: Period) {
	const among = (column: AnySQLiteColumn) => inArray(column, [...scopes]);
	const scopeId = unitClosure.ancestorId;
	return [
		countedIn(db, scopes, period),
		countedIn(db, scopes, { fromOn: epoch, toOn: period.toOn }, ['pledges-signed', 'pledges-withdrawn']),
		db
			.select({ scopeId, count: count() })
			.from(pledgeWithdrawals)
			// From the few withdrawals of the period, never through all pledges (SQLite keeps the order of a cross join).
			.crossJoin(pledges)
			.crossJoin(unitClosure)
			.where(
				and(
					eq(pledges.id, pledgeWithdrawals.pledgeId),
					eq(unitClosure.descendantId, pledges.villageId),
					isOn(pledgeWithdrawals.withdrawnOn, period),
					isOn(pledges.signedOn, period),
					eq(pledges.audience, 'household'),
					among(scopeId)
				)
			)
			.groupBy(scopeId),
		db
			.select({ scopeId, count: count() })
			.from(units)
			.innerJoin(unitClosure, eq(unitClosure.descendantId, units.id))
			.where(and(eq(units.kind, 'grid'), isInPlace(units.validFromOn, units.validToOn, period.toOn), among(scopeId)))
			.groupBy(scopeId),
		db
			.select({ scopeId, role: gridMembers.role, count: count() })
			.from(gridMembers)
			.innerJoin(unitClosure, eq(unitClosure.descendantId, gridMembers.gridId))
			.where(and(isInPlace(gridMembers.fromOn, gridMembers.toOn, period.toOn), among(scopeId)))
			.groupBy(scopeId, gridMembers.role),
		checkedMonthsOf(db, scopes, period)
	] as const;
}

function talliesOf(scopes: readonly string[], ledger: Tally['ledger'], answers: Answers): Tally[] {
	const [sums, pledged, withdrawn, grids, members, checked] = answers;
	return scopes.map((scope) => {
		const own = <Row extends { scopeId: string }>(rows: readonly Row[]) =>
			rows.filter(({ scopeId }) => scopeId === scope);
		return {
			ledger,
			sums: own(sums),
			pledged: own(pledged),
			withdrawnOfSigned: own(withdrawn)[0]?.count ?? 0,
			grids: own(grids)[0]?.count ?? 0,
			members: own(members),
			checkedMonths: own(checked).map(({ month }) => month)
		};
	});
}

/** The day of the first record of each ledger in the installation: before it there is no data, which differs from zero. */
export async function readLedgerStarts(db: Database) {
	const [starts] = await ledgerStarts(db);
	return starts!;
}

function ledgerStarts(db: Database) {
	const first = (column: SQL) => sql<string | null>`(select ${column})`;
	const firstCounted = (measure: Measure) =>
		first(sql`min(${figureDays.onDate}) from ${figureDays} where ${eq(figureDays.measure, measure)}`);
	return db
		.select({
			banquets: first(sql`min(${banquetOutcomes.endedOn}) from ${banquetOutcomes}
				join ${banquets} on ${banquets.id} = ${banquetOutcomes.banquetId} where ${banquets.isRemoved} = 0`),
			declarations: first(sql`min(${banquets.declaredOn}) from ${banquets} where ${banquets.isRemoved} = 0`),
			activities: first(sql`min(${activities.doneOn}) from ${activities} where ${activities.isRemoved} = 0`),
			signups: sql<number | null>`(select min(${signups.at}) from ${signups})`.mapWith((at: number | null) =>
				at === null ? null : dateOf(at)
			),
			pledges: first(sql`min(${pledges.signedOn}) from ${pledges} where ${pledges.audience} = 'household'`),
			grids: first(sql`min(${units.validFromOn}) from ${units} where ${units.kind} = 'grid'`),
			guests: firstCounted('birthday-guests'),
			events: firstCounted('events')
		})
		.from(sql`(select 1)`);
}

/**
 * The months of a period in which complaints were looked for: there is one, or a checked zero of the unit or of one
 * above it, or a checked zero of every village in it.
 */
function checkedMonthsOf(db: Database, scopes: readonly string[], { fromOn, toOn }: Period) {
	const isWithin = (month: SQL | AnySQLiteColumn) =>
		sql`${month} between ${fromOn.slice(0, 7)} and ${toOn.slice(0, 7)}`;
	const isZero = and(
		isNotNull(activities.zeroKind),
		eq(activities.zeroKind, 'complaint'),
		eq(activities.isRemoved, false),
		isWithin(activities.zeroMonth)
	);
	const month = sql<string>`${activities.zeroMonth}`.as('month');
	const villages = sql`(select count(*) from ${units} v join ${unitClosure} c on c.descendant_id = v.id
		where c.ancestor_id = ${unitClosure.ancestorId} and v.kind in ${unitKinds.filter(isVillageLevel)} and v.valid_to_on is null)`;
	return unionAll(
		db
			.select({
				scopeId: sql<string>`${figureMonths.scopeId}`.as('scope_id'),
				month: sql<string>`${figureMonths.month}`.as('month')
			})
			.from(figureMonths)
			.where(
				and(
					inArray(figureMonths.scopeId, [...scopes]),
					isWithin(figureMonths.month),
					eq(figureMonths.measure, 'activities'),
					eq(figureMonths.kind, 'complaint'),
					sql`${figureMonths.records} > 0`
				)
			),
		db
			.select({ scopeId: sql<string>`${unitClosure.descendantId}`.as('scope_id'), month })
			.from(activities)
			.innerJoin(unitClosure, eq(unitClosure.ancestorId, activities.unitId))
			.where(and(isZero, inArray(unitClosure.descendantId, [...scopes]))),
		db
			.select({ scopeId: sql<string>`${unitClosure.ancestorId}`.as('scope_id'), month })
			.from(activities)
			.innerJoin(units, eq(units.id, activities.unitId))
			.innerJoin(unitClosure, eq(unitClosure.descendantId, units.id))
			.where(
				and(isZero, inArray(units.kind, unitKinds.filter(isVillageLevel)), inArray(unitClosure.ancestorId, [...scopes]))
			)
			.groupBy(unitClosure.ancestorId, activities.zeroMonth)
			.having(sql`${countDistinct(units.id)} >= ${villages}`)
	);
}
