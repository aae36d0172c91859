import { and, count, desc, eq, inArray, lte, ne, or, sql, sum, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ReportingPeriods } from '../../domain/reporting-period';
import type { Breakdown } from '../../domain/trend';
import { isVillageLevel, unitKinds } from '../../domain/unit';
import type { Database } from './client';
import { isAt, isHeld, isOn, isPledgedOn, isStopped, whichPeriod } from './counting';
import { banquetOutcomes, banquets, dissuasions, villageRules } from './schema/banquets';
import { events, slots } from './schema/events';
import { pledges, pledgeWithdrawals } from './schema/pledges';
import { signups } from './schema/signups';
import { unitClosure, units } from './schema/units';
import { banquetsWithin, withinUnit } from './scope';
import { isRuleInForce } from './village-rules';

/** How many in which of the two periods, by a key: a month ('01'), a village's id, an occasion. */
export interface Count {
	period: 'now' | 'before';
	key: string;
	count: number;
}

/** The village or community a unit lies in, or is. Groups hang below one; the town itself has none and falls out. */
export const villageOf = (unitId: AnySQLiteColumn) => sql<string>`(
	select ${units.id} from ${unitClosure} join ${units} on ${units.id} = ${unitClosure.ancestorId}
	where ${unitClosure.descendantId} = ${unitId} and ${inArray(units.kind, unitKinds.filter(isVillageLevel))})`;

/** The month of a calendar date, as its two digits. */
export const monthOf = (on: AnySQLiteColumn) => sql<string>`substr(${on}, 6, 2)`;

/** The town's month of an instant: UTC+8. */
export const monthAt = (at: AnySQLiteColumn) => sql<string>`strftime('%m', ${at} / 1000 + 28800, 'unixepoch')`;

/** True in either of the two periods. */
export const either = ({ now, before }: ReportingPeriods, isIn: (period: ReportingPeriods['now']) => SQL) =>
	or(isIn(now), isIn(before))!;

/** Banquets held within `scope`, by the day they were held. */
export async function countHeld(
	db: Database,
	scope: string,
	periods: ReportingPeriods,
	by: Breakdown
): Promise<Count[]> {
	const key = {
		month: monthOf(banquetOutcomes.endedOn),
		village: villageOf(banquets.unitId),
		occasion: sql<string>`${banquets.occasion}`
	}[by];
	const rows = await db
		.select({ period: whichPeriod(isOn(banquetOutcomes.endedOn, periods.now)), key, count: count() })
		.from(banquetOutcomes)
		.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
		.where(
			and(
				either(periods, (period) => isOn(banquetOutcomes.endedOn, period)),
				isHeld(),
				banquetsWithin(scope)
			)
		)
		.groupBy(sql`1, 2`);
	return rows.filter((row) => row.key !== null);
}

/**
 * Tables planned and not held within `scope`, of banquets that ended in the period, by the reference price (yuan) of the village rule
 * of the day each was declared. Banquets without a rule have no price and are left out; more tables than planned save nothing.
 */
export async function sumSavedTables(
	db: Database,
	scope: string,
	period: ReportingPeriods['now']
): Promise<{ pricePerTable: number; tables: number }[]> {
	const saved = sql<number>`sum(max(0, ${banquets.tablesPlanned} - ${banquetOutcomes.tablesHeld}))`;
	return db
		.select({ pricePerTable: villageRules.pricePerTable, tables: saved })
		.from(banquetOutcomes)
		.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
		.innerJoin(villageRules, isRuleInForce)
		.where(and(isOn(banquetOutcomes.endedOn, period), banquetsWithin(scope)))
		.groupBy(villageRules.pricePerTable)
		.having(sql`${saved} > 0`)
		.orderBy(villageRules.pricePerTable);
}

/** Dissuasions that count, within `scope`, by the village of the household and the day somebody went. */
export async function countStopped(db: Database, scope: string, periods: ReportingPeriods): Promise<Count[]> {
	const rows = await db
		.select({
			period: whichPeriod(isOn(dissuasions.wentOn, periods.now)),
			key: villageOf(banquets.unitId),
			count: count()
		})
		.from(dissuasions)
		.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
		.where(
			and(
				either(periods, (period) => isOn(dissuasions.wentOn, period)),
				isStopped(),
				banquetsWithin(scope)
			)
		)
		.groupBy(sql`1, 2`);
	return rows.filter((row) => row.key !== null);
}

/** People signed up (人次) and not withdrawn, for events of units within `scope`, by the month in which they signed up. */
export async function countSignedUp(db: Database, scope: string, periods: ReportingPeriods): Promise<Count[]> {
	return db
		.select({
			period: whichPeriod(isAt(signups.at, periods.now)),
			key: monthAt(signups.at),
			count: sum(signups.partySize).mapWith(Number)
		})
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(
			and(
				either(periods, (period) => isAt(signups.at, period)),
				ne(signups.place, 'withdrawn'),
				withinUnit(events.unitId, scope)
			)
		)
		.groupBy(sql`1, 2`);
}

/** Household pledges within `scope` that were signed in a period and are in force at its end, by the month of signature. */
export async function countPledged(db: Database, scope: string, periods: ReportingPeriods): Promise<Count[]> {
	return db
		.select({
			period: whichPeriod(isOn(pledges.signedOn, periods.now)),
			key: monthOf(pledges.signedOn),
			count: count()
		})
		.from(pledges)
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.where(
			and(
				either(periods, (period) => and(isOn(pledges.signedOn, period), isPledgedOn(period.toOn))!),
				withinUnit(pledges.villageId, scope)
			)
		)
		.groupBy(sql`1, 2`);
}

/** The years within `scope` in which a banquet was held, up to the year of `today`, the latest first. */
export async function listHeldYears(db: Database, scope: string, today: string): Promise<number[]> {
	const year = sql<number>`cast(substr(${banquetOutcomes.endedOn}, 1, 4) as integer)`;
	const rows = await db
		.selectDistinct({ year })
		.from(banquetOutcomes)
		.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
		.where(and(isHeld(), lte(banquetOutcomes.endedOn, today), banquetsWithin(scope)))
		.orderBy(desc(year));
	return rows.map((row) => row.year);
}
