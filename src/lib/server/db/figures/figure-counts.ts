import { sql, type SQL } from 'drizzle-orm';
import type { FigureSource } from '$lib/domain/figures/figure';
import { addDays, addMonths } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import type { Measure } from '../rules/counted-records';
import { figureDays, figureMonths } from '../schema/figures/figure-counts';
import { unitClosure } from '../schema/units/units';

/** Part of a figure: records of a measure, all kinds or some, counted or added up. */
export interface CountedPart {
	measure: Measure;
	kinds?: readonly string[];
	topic?: string;
	by: 'records' | 'adds';
}

const donationMeasures = {
	donors: 'blood-donors',
	millilitres: 'blood-millilitres',
	firstTime: 'first-time-donors',
	repeat: 'repeat-donors'
} as const;

/** What a source adds up of the counted records of a period; null where it is counted on the period's last day instead. */
export function partsOf(source: FigureSource): CountedPart[] | null {
	switch (source.from) {
		case 'banquets-held':
		case 'banquets-declared':
		case 'banquets-dissuaded':
			return [{ measure: source.from, by: 'records' }];
		case 'activities':
			return [{ measure: 'activities', kinds: source.kinds, by: source.counts === 'quantity' ? 'adds' : 'records' }];
		case 'complaints':
			return [{ measure: 'activities', kinds: ['complaint'], by: 'records' }];
		case 'events':
			return [{ measure: 'events', kinds: [source.kind], topic: source.topic, by: 'records' }];
		case 'lecture-attendance':
			return [{ measure: 'events', kinds: ['lecture'], by: 'adds' }];
		case 'blood-and-checkups':
			return [
				{ measure: 'events', kinds: ['blood-drive'], by: 'records' },
				{ measure: 'activities', kinds: ['disability-check-up'], by: 'records' }
			];
		case 'birthday-guests':
			return [{ measure: 'birthday-guests', kinds: [source.result], by: 'records' }];
		case 'donations':
			return [{ measure: donationMeasures[source.counts], by: 'adds' }];
		case 'pledges-signed':
		case 'pledges-in-force':
		case 'grids':
		case 'grid-members':
			return null;
	}
}

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

/** The cells of several units in a period. CROSS JOIN: always from the units to their days, never through all days (SQLite keeps the order). */
function cellsIn(scopes: readonly string[], period: Period, only?: readonly Measure[]): SQL {
	const { months, days } = cellsOf(period);
	const isOnly = only ? sql` and measure in ${[...only]}` : sql``;
	const parts = [
		...(months
			? [
					sql`select ${figureMonths.scopeId} as scope_id, month, measure, kind, topic, records, adds from ${figureMonths}
						where ${figureMonths.scopeId} in ${[...scopes]} and ${figureMonths.month} between ${months.from} and ${months.to}${isOnly}`
				]
			: []),
		...days.map(
			({
				fromOn,
				toOn
			}) => sql`select ${unitClosure.ancestorId} as scope_id, substr(${figureDays.onDate}, 1, 7) as month, measure, kind, topic, records, adds
				from ${unitClosure} cross join ${figureDays} on ${figureDays.unitId} = ${unitClosure.descendantId}
				where ${unitClosure.ancestorId} in ${[...scopes]} and ${figureDays.onDate} between ${fromOn} and ${toOn}${isOnly}`
		)
	];
	return sql`(${sql.join(parts, sql` union all `)})`;
}

/** A period as the months that lie in it whole, and what is left of days before and after them. */
export function cellsOf(period: Period): { months: { from: string; to: string } | null; days: Period[] } {
	const { fromOn, toOn } = period;
	const first = fromOn.endsWith('-01') ? fromOn : firstOfMonth(addMonths(fromOn, 1));
	const after = firstOfMonth(addDays(toOn, 1));
	if (after <= first) return { months: null, days: [period] };
	const head = { fromOn, toOn: addDays(first, -1) };
	const tail = { fromOn: after, toOn };
	return {
		months: { from: first.slice(0, 7), to: addDays(after, -1).slice(0, 7) },
		days: [head, tail].filter((days) => days.fromOn <= days.toOn)
	};
}

const firstOfMonth = (on: string) => `${on.slice(0, 7)}-01`;
