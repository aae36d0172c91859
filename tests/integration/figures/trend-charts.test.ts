import { expect, test } from 'vitest';
import { withMost } from '../../../src/routes/trend-charts';

const cell = (key: string, value: number | null, previous: number | null) => ({
	key,
	value,
	previous,
	shown: 'exact' as const,
	previousShown: 'exact' as const
});

test('a chart of too many lines draws those with the most now, then those with the most before, then as the town lists them', () => {
	const cells = [
		cell('much before', 1, 90),
		cell('first of two', 5, 3),
		cell('second of two', 5, 3),
		cell('more before', 5, 4),
		cell('most now', 9, 0),
		cell('withheld', null, 80)
	];
	const keys = (most: number) => withMost(cells, most).map(({ key }) => key);
	expect(keys(4)).toEqual(['most now', 'more before', 'first of two', 'second of two']);
	expect(keys(5).at(-1)).toBe('much before');
	expect(keys(6), 'all of them in their own order').toEqual(cells.map(({ key }) => key));
});
