import { sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import type { Measure } from '../rules/counted-records';
import type { CountedPart } from './counted-parts';
import { cellsIn } from './figure-cells';

/** How many records of a measure, kind and topic a unit with all below it has in a period, and what they add up to. */
export interface CountedSum {
	scopeId: string;
	measure: Measure;
	kind: string;
	topic: string;
	records: number;
	adds: number;
}

/** Adds a part up from such sums. */
export const sumOf = (sums: readonly CountedSum[], { measure, kinds, topic, by }: CountedPart): number =>
	sums
		.filter((row) => row.measure === measure)
		.filter((row) => (kinds?.includes(row.kind) ?? true) && (topic === undefined || topic === row.topic))
		.reduce((sum, row) => sum + row[by], 0);

/**
 * All such sums of several units in a period: whole months from their cells, the days at its ends from theirs, so that it takes as
 * long for a million records as for ten thousand (decision 25).
 */
export function countedIn(db: Database, scopes: readonly string[], period: Period, only?: readonly Measure[]) {
	return db
		.select({
			scopeId: sql<string>`scope_id`,
			measure: sql<Measure>`measure`,
			kind: sql<string>`kind`,
			topic: sql<string>`topic`,
			records: sql<number>`sum(records)`,
			adds: sql<number>`sum(adds)`
		})
		.from(cellsIn(scopes, period, only))
		.groupBy(sql`1, 2, 3, 4`);
}

/** How many records of a measure several units have in a period, by month (YYYY-MM) and kind; those without are left out. */
export async function countedByKind(db: Database, scopes: readonly string[], period: Period, measure: Measure) {
	const rows = await db
		.select({
			scopeId: sql<string>`scope_id`,
			month: sql<string>`month`,
			kind: sql<string>`kind`,
			count: sql<number>`sum(records)`
		})
		.from(cellsIn(scopes, period, [measure]))
		.groupBy(sql`1, 2, 3`);
	return rows.filter(({ count }) => count > 0);
}

/** What some parts of a figure add up to within `scope`, by month ('01' to '12') of a period in one year; months without are left out. */
export async function countedByMonth(
	db: Database,
	scope: string,
	period: Period,
	parts: readonly CountedPart[]
): Promise<Map<string, number>> {
	const rows = await db
		.select({
			month: sql<string>`month`,
			scopeId: sql<string>`scope_id`,
			measure: sql<Measure>`measure`,
			kind: sql<string>`kind`,
			topic: sql<string>`topic`,
			records: sql<number>`sum(records)`,
			adds: sql<number>`sum(adds)`
		})
		.from(
			cellsIn(
				[scope],
				period,
				parts.map(({ measure }) => measure)
			)
		)
		.groupBy(sql`1, 2, 3, 4, 5`);
	const months = [...new Set(rows.map(({ month }) => month))];
	const sums = months.map((month) => {
		const own = rows.filter((row) => row.month === month);
		return [month.slice(5), parts.reduce((sum, part) => sum + sumOf(own, part), 0)] as const;
	});
	return new Map(sums.filter(([, sum]) => sum > 0));
}
