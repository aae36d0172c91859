import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('the town’s lectures stand by kind, village, place, group, speaker and topic, and each kind opens its records', async () => {
	const page = await pageOf('wu');
	await page.goto('/desk/lectures?year=2024');
	const kinds = page.getByRole('table', { name: '按种类' });
	expect(kinds.getByRole('row', { name: /健康讲座/ })).toContainText('42');
	expect(kinds.getByRole('row', { name: /学习村规民约/ })).toContainText('49');
	expect(kinds.getByRole('row', { name: /合计/ })).toContainText('2,067');
	for (const name of ['按村（社区）', '按“六进”', '按对象', '按主讲人', '按题目', '按协办单位'])
		expect(page.getByRole('table', { name })).toBeVisible();
	await kinds.getByRole('link', { name: '42' }).click();
	expect(page).toHaveURL('/desk/figures/health-lectures?year=2024');
});

test('a banquet shows whether a pledge is in force, as a reminder and nothing else', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/banquets');
	await page.getByRole('main').locator('a[href^="/desk/banquets/0"]').first().click();
	const reminder = page.getByRole('status').filter({ hasText: '承诺书' });
	expect(reminder).toContainText('签过第2版承诺书，现在有效');
	expect(reminder).toContainText('不影响报备，也不影响办宴，更不作处罚');
});
