// Whole years of records, by which the parts of a year are withheld.
import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import type { Counts } from '$lib/domain/figures/trend';
import type { YearTable } from '$lib/domain/figures/year-table';
import type { MonthCount, TrendSource } from './trend-source';

interface YearRecords {
	months: string[];
	records: readonly MonthCount[];
}

/** The calendar years that a period touches, whole: what is withheld in them stays withheld in their parts. */
export function yearsOf({ fromOn, toOn }: Period): Period[] {
	const first = yearOf(fromOn);
	return Array.from({ length: yearOf(toOn) - first + 1 }, (_, nth) => yearBounds(first + nth));
}

/** Whether a range is one whole calendar year: only then no other year decides what is withheld. */
export const isWholeYear = ({ fromOn, toOn }: Period) =>
	toOn === yearBounds(yearOf(fromOn)).toOn && fromOn.endsWith('-01-01');

/** The records of these years. */
export const readYears = (period: Period, read: TrendSource['read']): YearRecords[] =>
	yearsOf(period).map((year) => ({ months: monthsOf(year), records: read(year) }));

/** A year's records as a table: a row a key, a column a month. */
export function tableOf({ months, records }: YearRecords, keys: readonly string[]): YearTable {
	const rows = byKey(keys, records).map((own) => {
		const counts = filled(months, own, ({ month }) => month);
		return months.map((month) => counts.get(month)!);
	});
	return { keys, months, rows };
}

/** The records of each key, in the order of `keys`. */
export function byKey(keys: readonly string[], records: readonly MonthCount[]): MonthCount[][] {
	const lists = new Map(keys.map((key) => [key, [] as MonthCount[]]));
	for (const record of records) lists.get(record.key)?.push(record);
	return keys.map((key) => lists.get(key)!);
}

/** Counts with a zero for every key that has none. */
export function filled(
	keys: readonly string[],
	records: readonly MonthCount[],
	keyOf: (record: MonthCount) => string
): Counts {
	const counts = new Map(keys.map((key) => [key, 0]));
	for (const record of records) {
		const key = keyOf(record);
		if (counts.has(key)) counts.set(key, counts.get(key)! + record.count);
	}
	return counts;
}
