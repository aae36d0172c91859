import { and, count, desc, eq, gte, inArray, isNull, lte, ne, or, sql, sum } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { countedByKind } from './figure-counts';
import type { Measure } from '../rules/counted-records';
import { isAt, isOn } from '../in-period';
import { isHeld, banquetsWithin } from '../banquets/counted-banquets';
import { isPledgedOn } from '../pledges/pledges-in-force';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { villageRules } from '../schema/banquets/village-rules';
import { events, slots } from '../schema/events/events';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';
import { signups } from '../schema/signups/signups';
import { gridGroups, unitClosure, units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { isRuleInForce } from '../banquets/village-rules';

/** How many in a month (YYYY-MM) by a key: a village's id, an occasion, or '' without a breakdown. */
export interface MonthCount {
	key: string;
	month: string;
	count: number;
}

/** The village or community a unit lies in, or is. Groups are below one; the town itself has none and is left out. */
export const villageOf = (unitId: AnySQLiteColumn) => sql<string>`(
	select ${units.id} from ${unitClosure} join ${units} on ${units.id} = ${unitClosure.ancestorId}
	where ${unitClosure.descendantId} = ${unitId} and ${inArray(units.kind, unitKinds.filter(isVillageLevel))})`;

/** The month (YYYY-MM) of a calendar date. */
export const monthOf = (on: AnySQLiteColumn) => sql<string>`substr(${on}, 1, 7)`;

/** The town's month of an instant: UTC+8. */
export const monthAt = (at: AnySQLiteColumn) => sql<string>`strftime('%Y-%m', ${at} / 1000 + 28800, 'unixepoch')`;

/** Without a breakdown. */
export const everything = sql<string>`''`;

/** What banquets held are broken down by. */
export const heldKeys = ['all', 'village', 'occasion'] as const;

/** Banquets held within `scope`, by the month in which they were held. */
export async function countHeld(
	db: Database,
	scope: string,
	period: Period,
	by: (typeof heldKeys)[number]
): Promise<MonthCount[]> {
	if (by === 'village') return countByVillage(db, scope, period, 'banquets-held');
	const rows = await countedByKind(db, [scope], period, 'banquets-held');
	return rows.map(({ kind, ...row }) => ({ ...row, key: by === 'occasion' ? kind : '' }));
}

/** Counted records of a measure in each village within `scope`, by month. */
async function countByVillage(db: Database, scope: string, period: Period, measure: Measure): Promise<MonthCount[]> {
	const villages = await db
		.select({ id: units.id })
		.from(units)
		.where(and(withinUnit(units.id, scope), inArray(units.kind, unitKinds.filter(isVillageLevel))));
	if (villages.length === 0) return [];
	const scopes = villages.map(({ id }) => id);
	return (await countedByKind(db, scopes, period, measure)).map(({ scopeId, ...row }) => ({ ...row, key: scopeId }));
}

/**
 * Banquets held within `scope` by the grid that covers the household's group on the day itself ('' where none does). A group may lie in
 * several grids, and its banquets then count in each: the grids must not be added up.
 */
export async function countHeldByGrid(db: Database, scope: string, period: Period): Promise<MonthCount[]> {
	return db
		.select({
			key: sql<string>`coalesce(${units.id}, '')`,
			month: monthOf(banquetOutcomes.endedOn),
			count: count()
		})
		.from(banquetOutcomes)
		.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
		.leftJoin(gridGroups, eq(gridGroups.groupId, banquets.unitId))
		.leftJoin(
			units,
			and(
				eq(units.id, gridGroups.gridId),
				lte(units.validFromOn, banquetOutcomes.endedOn),
				or(isNull(units.validToOn), gte(units.validToOn, banquetOutcomes.endedOn))
			)
		)
		.where(and(isOn(banquetOutcomes.endedOn, period), isHeld(), banquetsWithin(scope)))
		.groupBy(sql`1, 2`);
}

/**
 * Tables planned and not held within `scope`, of banquets that ended in the period, by the reference price (yuan) of the village rule
 * of the day each was declared. Banquets without a rule have no price and are left out; more tables than planned save nothing.
 */
export async function sumSavedTables(
	db: Database,
	scope: string,
	period: Period
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

/** Dissuasions that count, within `scope`, by the village of the household and the month of the visit. */
export const countStopped = (db: Database, scope: string, period: Period): Promise<MonthCount[]> =>
	countByVillage(db, scope, period, 'banquets-dissuaded');

/** People signed up (人次) and not withdrawn, for events of units within `scope`, by the month in which they signed up. */
export async function countSignedUp(db: Database, scope: string, period: Period): Promise<MonthCount[]> {
	return db
		.select({ key: everything, month: monthAt(signups.at), count: sum(signups.partySize).mapWith(Number) })
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(and(isAt(signups.at, period), ne(signups.status, 'withdrawn'), withinUnit(events.unitId, scope)))
		.groupBy(sql`1, 2`);
}

/** Household pledges within `scope` that were signed in a period and are in force at its end, by the month of signature. */
export async function countPledged(db: Database, scope: string, period: Period): Promise<MonthCount[]> {
	return db
		.select({ key: everything, month: monthOf(pledges.signedOn), count: count() })
		.from(pledges)
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.where(and(isOn(pledges.signedOn, period), isPledgedOn(period.toOn), withinUnit(pledges.villageId, scope)))
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
