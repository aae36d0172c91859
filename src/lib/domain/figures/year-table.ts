// What may be published of a year in a table of months.
import type { PublicCell } from './small-numbers';
import { publishableCells } from './small-table';
import { isFew } from './small-numbers';
import { publish, type Published, type Counts } from './trend';

/** Counts of a calendar year's months (YYYY-MM) by key, a row a key, zeros included. */
export interface YearTable {
	keys: readonly string[];
	months: readonly string[];
	rows: readonly (readonly number[])[];
}

/**
 * Which cells of a year's table may be read, beside the sums of its rows and columns as they are published (each with
 * its own small numbers withheld). In a row or column whose sum is withheld, no cell may be read, or the sum could be
 * added up.
 */
export function publishableMonths({ keys, months, rows }: YearTable): boolean[][] {
	const sums = (of: readonly string[], pick: (at: number) => number[]) =>
		publish(new Map(of.map((name, at) => [name, pick(at).reduce((sum, value) => sum + value, 0)]))).cells;
	const byKey = sums(keys, (at) => [...rows[at]!]);
	const byMonth = sums(months, (at) => rows.map((row) => row[at]!));
	const isOpen = (cells: Published['cells'], name: string) => cells.get(name)?.shown === 'exact';
	return publishableCells(rows).map((row, at) =>
		row.map((is, column) => {
			const hasSums = isOpen(byKey, keys[at]!) && isOpen(byMonth, months[column]!);
			return is && (hasSums || rows[at]![column] === 0);
		})
	);
}

/**
 * Counts by key of some `months`, published only where each of these months is published in the tables of their calendar years.
 * Whichever months a reader asks for and compares, they only add up what was public anyway. There is no total; add up
 * the months.
 */
export function publishMonths(counts: Counts, months: readonly string[], tables: readonly YearTable[]): Published {
	const years = tables.map((table) => ({ ...table, isPublished: publishableMonths(table) }));
	const isPublished = (key: string) =>
		years.every((year) => {
			const row = year.isPublished[year.keys.indexOf(key)];
			return !row || row.every((is, at) => is || !months.includes(year.months[at]!));
		});
	const cells = [...counts].map(([key, value]): [string, PublicCell<string>] => [
		key,
		isPublished(key) && !isFew(value) ? { key, value, shown: 'exact' } : { key, value: null, shown: 'hidden' }
	]);
	return { total: null, cells: new Map(cells) };
}
