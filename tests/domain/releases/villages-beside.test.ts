import { describe, expect, it } from 'vitest';
import { rangePeriods, type Comparison, type Period } from '../../../src/lib/domain/calendar/reporting-period';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { besideEarlier } from '../../../src/lib/domain/releases/published-table';
import type { Release, ReleasedCell } from '../../../src/lib/domain/releases/release';

const table = (year: number, cells: ReleasedCell[]): Release => ({
	...{ figure: 'banquets-held', kind: 'villages', year, fromOn: `${year}-01-01`, toOn: `${year}-12-31` },
	cells
});
const half = (year: number, key: string, values: readonly [number, number]): ReleasedCell[] => [
	{ key, name: key, fromOn: `${year}-01-01`, toOn: `${year}-06-30`, value: values[0] },
	{ key, name: key, fromOn: `${year}-07-01`, toOn: `${year}-12-31`, value: values[1] }
];
const numbers = (now: Release, before: Release | null, range = yearBounds(now.year), compared?: Comparison) =>
	besideEarlier(now, before, rangePeriods(range, '2026-12-01', compared)).map(
		({ key, blocks }) => `${key} ${blocks.map(({ now, before }) => `${now?.value} ${before?.value ?? '—'}`).join(', ')}`
	);

describe('villages beside those of an earlier year', () => {
	const now = table(2024, [...half(2024, 'a', [12, 13]), ...half(2024, 'b', [14, 15])]);

	it('have a number of before in the same blocks', () => {
		expect(numbers(now, table(2023, [...half(2023, 'b', [9, 8]), ...half(2023, 'a', [7, 6])]))).toEqual([
			'a 12 7, 13 6',
			'b 14 9, 15 8'
		]);
	});

	it('have the sum of before where the earlier year goes by finer blocks', () => {
		const whole = table(2024, [
			{ key: 'a', value: 25 },
			{ key: 'b', value: null, shown: 'few' }
		]);
		expect(numbers(whole, table(2023, [...half(2023, 'a', [7, 6]), ...half(2023, 'b', [9, 0])]))).toEqual([
			'a 25 13',
			'b null 9'
		]);
	});

	it('have none where the earlier year is not released, goes by coarser blocks, or had another village', () => {
		expect(numbers(now, null)).toEqual(['a 12 —, 13 —', 'b 14 —, 15 —']);
		expect(numbers(now, table(2023, [{ key: 'a', value: 30 }]))).toEqual(['a 12 —, 13 —', 'b 14 —, 15 —']);
		expect(numbers(now, table(2023, half(2023, 'a', [7, 6])))).toEqual(['a 12 7, 13 6', 'b 14 —, 15 —']);
	});

	it('of a part of the year have its blocks alone, beside those of the part that it is compared with', () => {
		const second: Period = { fromOn: '2024-07-01', toOn: '2024-12-31' };
		expect(numbers(now, table(2023, half(2023, 'a', [7, 6])), second)).toEqual(['a 13 6', 'b 15 —']);
		expect(numbers(now, now, second, 'period-before')).toEqual(['a 13 12', 'b 15 14']);
	});

	it('are compared year by year where both go by year, leap years too', () => {
		const whole = (year: number, value: number) => table(year, [{ key: 'a', value }]);
		expect(numbers(whole(2024, 20), whole(2023, 30))).toEqual(['a 20 30']);
	});
});
