// Banquets by the day they are planned for.
import { and, asc, between, eq, sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { units } from '../schema/units/units';
import { banquetsWithin } from './counted-banquets';

/** More than a town plans in one month; a bound for the calendar. */
const mostInMonth = 2000;

/**
 * Banquets within `scope` planned from one day to another, both included, with any outcome; by day, then as they were
 * declared.
 */
export async function listBanquetsPlanned(db: Database, scope: string, { fromOn, toOn }: Period) {
	return db
		.select({
			id: banquets.id,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			tablesPlanned: banquets.tablesPlanned,
			hostNameSealed: banquets.hostNameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn,
			outcome: banquetOutcomes.outcome
		})
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.where(and(banquetsWithin(scope), between(banquets.plannedOn, fromOn, toOn)))
		.orderBy(asc(banquets.plannedOn), asc(banquets.id))
		.limit(mostInMonth);
}

/** The first and last year of planned days within `scope`; null when there is no banquet. */
export async function findBanquetYears(db: Database, scope: string): Promise<{ from: number; to: number } | null> {
	const rows = await db
		.select({
			from: sql<string | null>`min(${banquets.plannedOn})`,
			to: sql<string | null>`max(${banquets.plannedOn})`
		})
		.from(banquets)
		.where(banquetsWithin(scope));
	const { from, to } = rows[0] ?? {};
	return from && to ? { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) } : null;
}
