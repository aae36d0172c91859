import { describe, expect, it } from 'vitest';
import { compareCounts, findBreakdown, isTelling } from '../../../src/lib/domain/figures/trend';

const counts = (values: Record<string, number>) => new Map(Object.entries(values));

describe('two periods side by side', () => {
	it('stand in the order of the keys', () => {
		const { cells, total, previousTotal } = compareCounts(['a', 'b'], counts({ b: 4, a: 9 }), counts({ a: 5, b: 0 }));
		expect(cells).toEqual([
			{ key: 'a', value: 9, shown: 'exact', previous: 5, previousShown: 'exact' },
			{ key: 'b', value: 4, shown: 'exact', previous: 0, previousShown: 'exact' }
		]);
		expect([total, previousTotal]).toEqual([13, 5]);
	});

	it('are of keys of their own where the periods have such: months', () => {
		const now = counts({ '2024-01': 4, '2024-02': 5, '2024-03': 6 });
		const before = counts({ '2023-01': 7, '2023-02': 8, '2024-03': 9 });
		const { cells } = compareCounts(['2024-01', '2024-02', '2024-03'], now, before, ['2023-01', '2023-02']);
		expect(cells.map(({ key, value, previous }) => [key, value, previous])).toEqual([
			['2024-01', 4, 7],
			['2024-02', 5, 8],
			['2024-03', 6, null]
		]);
	});

	it('have no number for a key without data, and no total for a period without any', () => {
		const { cells, previousTotal } = compareCounts(['a', 'b'], counts({ a: 3 }), counts({}));
		expect(cells[1]).toMatchObject({ value: null, shown: 'exact', previous: null, previousShown: 'exact' });
		expect(previousTotal).toBeNull();
	});
});

it('a trend of zeros tells nothing', () => {
	expect(isTelling(compareCounts(['a'], counts({ a: 0 }), counts({})))).toBe(false);
	expect(isTelling(compareCounts(['a'], counts({}), counts({ a: 7 })))).toBe(true);
	expect(isTelling(compareCounts(['a'], counts({ a: 7 }), counts({})))).toBe(true);
});

it('a trend in which a number is withheld tells that there is one', () => {
	const trend = compareCounts(['a'], counts({}), counts({}));
	const [cell] = trend.cells;
	expect(isTelling(trend)).toBe(false);
	expect(isTelling({ ...trend, cells: [{ ...cell!, shown: 'few' }] })).toBe(true);
	expect(isTelling({ ...trend, cells: [cell!, { ...cell!, previousShown: 'hidden' }] })).toBe(true);
});

it('an unknown breakdown is none', () => {
	for (const breakdown of ['month', 'village', 'occasion']) expect(findBreakdown(breakdown)).toBe(breakdown);
	expect([findBreakdown('day'), findBreakdown(null)]).toEqual([null, null]);
});
