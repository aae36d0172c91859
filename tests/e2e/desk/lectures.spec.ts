import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

async function signIn(page: Page, username: 'wu' | 'liu') {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

test('the town’s lectures stand by kind, village, place, group, speaker and topic, and each kind opens its records', async ({
	page
}) => {
	await signIn(page, 'wu');
	await page.goto('/desk/lectures?year=2024');
	const kinds = page.getByRole('table', { name: '按种类' });
	await expect(kinds.getByRole('row', { name: /健康讲座/ })).toContainText('42');
	await expect(kinds.getByRole('row', { name: /学习村规民约/ })).toContainText('49');
	await expect(kinds.getByRole('row', { name: /合计/ })).toContainText('2,067');
	for (const name of ['按村（社区）', '按“六进”', '按对象', '按主讲人', '按题目', '按协办单位'])
		await expect(page.getByRole('table', { name })).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
	await kinds.getByRole('link', { name: '42' }).click();
	await expect(page).toHaveURL('/desk/figures/health-lectures?year=2024');
});

test('a banquet shows whether a pledge is in force, as a reminder and nothing else', async ({ page }) => {
	await signIn(page, 'liu');
	await page.goto('/desk/banquets');
	await page.getByRole('main').locator('a[href^="/desk/banquets/0"]').first().click();
	const reminder = page.getByRole('status').filter({ hasText: '承诺书' });
	await expect(reminder).toContainText('签过第2版承诺书，现在有效');
	await expect(reminder).toContainText('不影响报备，也不影响办宴，更不作处罚');
});
