import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('a year before the ledgers begin differs from one that was checked, and nothing of it is to be reported', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/activities/zeros?year=2024');
	expect(page.getByText('已核实为零')).toHaveCount(12);
	await page.goto('/desk/activities/zeros?year=2022');
	expect(page.locator('main')).toContainText('2022年，各本台账还没有起算，不用报。');
	expect(page.locator('main')).not.toContainText('未报');
	expect(page.getByRole('button', { name: '核实为零' })).toHaveCount(0);
});
