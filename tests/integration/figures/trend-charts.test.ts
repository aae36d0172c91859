import { expect, test } from 'vitest';
import * as lecturesPage from '../../../src/routes/(public)/trends/lectures/+page.server';
import { withMost } from '../../../src/routes/trend-charts';
import { visit } from '../page-visit';
import { putEvent } from '../rows/event-rows';
import { openTestTown } from '../test-town';

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

test('a chart says in words what a period comes to, and nothing of one without a sum', async () => {
	const town = await openTestTown();
	for (const on of ['2023-03-05', '2024-03-05', '2025-03-05']) await putEvent(town, 'lecture', 'sanxing', on);
	const months = async () => {
		const { value } = await visit(town.visitor, lecturesPage.load, { path: '/trends/lectures?year=2025' });
		return (value as { charts: Record<string, { description: string }> }).charts['lectures-by-month']!.description;
	};
	expect(await months()).toBe('按月比较两年的场次。2025年共 1 场。2024年共 1 场。');
	await putEvent(town, 'lecture', 'sanxing', '2024-11-05', { completed: false });
	expect(await months()).toBe('按月比较两年的场次。2025年共 1 场。');
	await town.close();
});
