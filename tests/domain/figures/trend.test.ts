import { describe, expect, it } from 'vitest';
import { compareYears, findBreakdown, isTelling } from '../../../src/lib/domain/figures/trend';

const counts = (values: Record<string, number>) => new Map(Object.entries(values));

describe('compareYears', () => {
	it('sets two years side by side in the order of the keys', () => {
		const { cells, total, previousTotal } = compareYears(['a', 'b'], counts({ b: 4, a: 9 }), counts({ a: 5, b: 0 }));
		expect(cells).toEqual([
			{ key: 'a', value: 9, shown: 'exact', previous: 5, previousShown: 'exact' },
			{ key: 'b', value: 4, shown: 'exact', previous: 0, previousShown: 'exact' }
		]);
		expect([total, previousTotal]).toEqual([13, 5]);
	});

	it('gives no number for a key without data, and no total for a year without any', () => {
		const { cells, previousTotal } = compareYears(['a', 'b'], counts({ a: 3 }), counts({}));
		expect(cells[1]).toMatchObject({ value: null, shown: 'exact', previous: null, previousShown: 'exact' });
		expect(previousTotal).toBeNull();
	});

	it('gives no total where no number may be read', () => {
		expect(compareYears(['a'], counts({ a: 2 }), counts({ a: 5 })).total).toBeNull();
		expect(compareYears(['a', 'b'], counts({ a: 1, b: 1 }), counts({})).total).toBeNull();
	});
});

it('a trend of zeros tells nothing, a withheld number does', () => {
	expect(isTelling(compareYears(['a'], counts({ a: 0 }), counts({})))).toBe(false);
	expect(isTelling(compareYears(['a', 'b'], counts({ a: 1, b: 0 }), counts({})))).toBe(true);
	expect(isTelling(compareYears(['a'], counts({}), counts({ a: 7 })))).toBe(true);
});

it('an unknown breakdown is none', () => {
	expect(findBreakdown('village')).toBe('village');
	expect([findBreakdown('day'), findBreakdown(null)]).toEqual([null, null]);
});
