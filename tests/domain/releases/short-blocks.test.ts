import { describe, expect, it } from 'vitest';
import { isAsShortAsSizes, tellTable } from '../../../src/lib/domain/releases/block-table';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import type { Span } from '../../../src/lib/domain/releases/release';
import { byQuarter } from './demo-year';

type Rows = Record<string, readonly number[]>;
const lineOf = (values: readonly number[]): Span[] =>
	values.map((value, at) => ({ ...quarterBounds(2024, at + 1), value }));

/** Whether a table by blocks of so many quarters is as short as its sizes allow. */
function isShort(rows: Rows, quarters: 1 | 2 | 4, line: readonly Span[]): boolean {
	const cells = Object.entries(rows).flatMap(([key, values]) =>
		Array.from({ length: 4 / quarters }, (_, nth) => ({
			key,
			value: values.slice(nth * quarters, (nth + 1) * quarters).reduce((sum, value) => sum + value, 0),
			fromOn: quarterBounds(2024, nth * quarters + 1).fromOn,
			toOn: quarterBounds(2024, (nth + 1) * quarters).toOn
		}))
	);
	return isAsShortAsSizes({ figure: 'banquets-held', kind: 'villages', year: 2024, ...yearBounds(2024), cells }, line);
}
/** The blocks that are as short as they may be: of 1, 2 or 4 quarters. */
const shortest = (rows: Rows, line = lineOf([0, 1, 2, 3].map((at) => rows.a![at]! + rows.b![at]!))) =>
	([1, 2, 4] as const).filter((quarters) => isShort(rows, quarters, line));

describe('the shortest blocks that sizes which everybody reads allow', () => {
	const even = { a: [6, 6, 6, 6], b: [6, 6, 6, 6] };

	it('are quarters from 24 of each class a year and six for each in a quarter', () => {
		expect(shortest(even)).toEqual([1]);
		expect(shortest({ ...even, b: [0, 0, 0, 0] }, lineOf([12, 12, 12, 12])), 'or none').toEqual([1]);
	});

	it('are halves where one class has fewer, or the town in one quarter', () => {
		expect(shortest({ ...even, b: [6, 6, 6, 5] }, lineOf([12, 12, 12, 12]))).toEqual([2]);
		expect(shortest(even, lineOf([12, 11, 12, 12]))).toEqual([2]);
		expect(shortest(even, lineOf([12, 5, 12, 12]))).toEqual([2]);
		expect(shortest(even, lineOf([12, 0, 12, 12]))).toEqual([1]);
	});

	it('are the year where one class has fewer than twelve, the town too few, or no line', () => {
		expect(shortest({ ...even, b: [6, 5, 0, 0] }, lineOf([12, 12, 12, 12]))).toEqual([4]);
		expect(shortest(even, lineOf([6, 5, 12, 12]))).toEqual([4]);
		expect(shortest(even, [])).toEqual([4]);
	});

	it('are those by which a table goes, with no number small', () => {
		const cells = (rows: Rows, line: readonly number[]) => tellTable(2024, byQuarter(rows), lineOf(line)).length;
		expect(cells(even, [12, 12, 12, 12])).toBe(8);
		expect(cells({ a: [6, 0, 6, 0], b: [6, 0, 6, 0] }, [12, 0, 12, 0])).toBe(4);
	});
});

it('a cell has the name of its class then, and its English one where there is one', () => {
	const rows = byQuarter({ a: [9, 0, 0, 0], b: [8, 0, 0, 0], c: [7, 0, 0, 0] });
	const names = [{ name: '三星村', nameEn: 'Sanxing' }, { name: '河沙村' }, {}];
	const cells = tellTable(
		2024,
		rows.map((row, at) => ({ ...row, ...names[at] })),
		[]
	);
	expect(cells).toEqual([
		{ key: 'a', name: '三星村', nameEn: 'Sanxing', value: 9, shown: 'exact' },
		{ key: 'b', name: '河沙村', nameEn: null, value: 8, shown: 'exact' },
		{ key: 'c', value: 7, shown: 'exact' }
	]);
});
