// Banquets by the day they are planned for.
import { and, asc, between, count, desc, eq, lte, sql, type SQL } from 'drizzle-orm';
import { yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { banquets } from '../schema/banquets/banquets';
import { units } from '../schema/units/units';
import { isInLedger } from './counted-banquets';
import { readReach, withinReach, type Reach } from '../units/scope';

/** How many banquets within `reach` are planned for each day from one to another, both included, and how many of them were called off. */
export async function countPlannedByDay(
	db: Database,
	reach: Reach,
	period: Period
): Promise<{ on: string; count: number; off: number }[]> {
	return db
		.select({
			on: banquets.plannedOn,
			count: count(),
			off: sql<number>`sum(${banquets.listedOutcome} is 'cancelled')`
		})
		.from(banquets)
		.where(isPlanned(reach, period))
		.groupBy(banquets.plannedOn);
}

/**
 * Banquets within `reach` planned from one day to another, both included, with any outcome, at most `most` of a day; by day, then as they
 * were declared.
 */
export async function listBanquetsPlanned(db: Database, reach: Reach, period: Period, most: number) {
	const nth = sql<number>`row_number() over (partition by ${banquets.plannedOn} order by ${banquets.id})`;
	const first = db
		.select({ id: banquets.id, nth: nth.as('nth') })
		.from(banquets)
		.where(isPlanned(reach, period))
		.as('first');
	return db
		.select({
			id: banquets.id,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			tablesPlanned: banquets.tablesPlanned,
			hostNameSealed: banquets.hostNameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn,
			outcome: banquets.listedOutcome
		})
		.from(first)
		.innerJoin(banquets, eq(banquets.id, first.id))
		.innerJoin(units, eq(units.id, banquets.unitId))
		.where(lte(first.nth, most))
		.orderBy(asc(banquets.plannedOn), asc(banquets.id));
}

const isPlanned = (reach: Reach, { fromOn, toOn }: Period) =>
	and(isInLedger(), withinReach(banquets.unitId, reach), between(banquets.plannedOn, fromOn, toOn));

/** The first and last year of planned days within `scope`; null when there is no banquet. */
export async function findBanquetYears(db: Database, scope: string): Promise<{ from: number; to: number } | null> {
	const reach = await readReach(db, scope);
	if (!reach) return null;
	const edge = (order: SQL) =>
		db
			.select({ on: banquets.plannedOn })
			.from(banquets)
			.where(and(isInLedger(), withinReach(banquets.unitId, reach)))
			.orderBy(order)
			.limit(1);
	const [[first], [last]] = await db.batch([edge(asc(banquets.plannedOn)), edge(desc(banquets.plannedOn))]);
	return first && last ? { from: yearOf(first.on), to: yearOf(last.on) } : null;
}
