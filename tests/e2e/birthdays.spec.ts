import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';

for (const view of ['normal', 'elder'] as const) {
	test(`the birthday banquets' page of trends shows counts and, apart, the estimate with its formula (${view})`, async ({
		page,
		context,
		baseURL
	}) => {
		if (view === 'elder') await context.addCookies([{ name: 'view', value: 'elder', url: baseURL! }]);
		await page.goto('/trends/birthday-banquets?year=2024');
		await expect(page.locator('.facts')).toContainText('115 人次');
		await expect(page.getByText(/估算公式：到场老人 115 人次 × 30% ≈ 35 场/)).toBeVisible();
		await expect(page.locator('script')).toHaveCount(0);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});
}

test('the open figures carry the elders hosted and the cakes, and a year without records says so', async ({
	page,
	request
}) => {
	const figures = (await (await request.get('/api/v1/figures?year=2024')).json()) as { id: string; value: number }[];
	expect(figures.find(({ id }) => id === 'elders-hosted')).toMatchObject({ value: 115 });
	expect(figures.find(({ id }) => id === 'cakes-delivered')).toMatchObject({ value: 44 });
	await page.goto('/trends/birthday-banquets?year=2020');
	await expect(page.locator('.empty')).toContainText('还没有记录');
});
