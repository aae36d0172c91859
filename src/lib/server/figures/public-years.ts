// Whole years of records, by which the parts of a year are withheld.
import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import type { Counts } from '$lib/domain/figures/trend';
import type { YearTable } from '$lib/domain/figures/year-table';
import type { MonthCount } from '$lib/server/db/figures/trends';
import type { TrendSource } from './trend-source';

interface YearRecords {
	months: string[];
	records: MonthCount[];
}

/** The calendar years that a period touches, whole: what is withheld in them stays withheld in their parts. */
export async function readYears({ fromOn, toOn }: Period, read: TrendSource['read']): Promise<YearRecords[]> {
	const first = yearOf(fromOn);
	const years = Array.from({ length: yearOf(toOn) - first + 1 }, (_, nth) => yearBounds(first + nth));
	return Promise.all(years.map(async (year) => ({ months: monthsOf(year), records: await read(year) })));
}

/** A year's records as a table: a row a key, a column a month. */
export function tableOf({ months, records }: YearRecords, keys: readonly string[]): YearTable {
	const rows = keys.map((key) => {
		const own = filled(
			months,
			records.filter((record) => record.key === key),
			({ month }) => month
		);
		return months.map((month) => own.get(month)!);
	});
	return { keys, months, rows };
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
