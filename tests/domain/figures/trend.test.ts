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

	it('have no number for a key without data, and no total for a period without any', () => {
		const { cells, previousTotal } = compareCounts(['a', 'b'], counts({ a: 3 }), counts({}));
		expect(cells[1]).toMatchObject({ value: null, shown: 'exact', previous: null, previousShown: 'exact' });
		expect(previousTotal).toBeNull();
	});
});

it('a trend of zeros tells nothing', () => {
	expect(isTelling(compareCounts(['a'], counts({ a: 0 }), counts({})))).toBe(false);
	expect(isTelling(compareCounts(['a'], counts({}), counts({ a: 7 })))).toBe(true);
});

it('an unknown breakdown is none', () => {
	expect(findBreakdown('village')).toBe('village');
	expect([findBreakdown('day'), findBreakdown(null)]).toEqual([null, null]);
});
