import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const newPhone = () => `136${String(Date.now()).slice(-8)}`;

/** A cadre records a household's old paper; the household finds it by phone and code. */
async function openOldPledge(page: Page): Promise<void> {
	const phone = newPhone();
	await page.goto('/sign-in');
	await page.fill('[name=username]', 'liu');
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await page.goto('/desk/pledges/new');
	const version = page.getByLabel('纸上是哪一版').locator('option', { hasText: '家庭 · 第1版' });
	await page.getByLabel('纸上是哪一版').selectOption((await version.getAttribute('value'))!);
	await page.getByLabel('纸上的日期').fill('2024-06-01');
	await page.getByLabel('姓名').fill('试旧版');
	await page.getByLabel('电话').fill(phone);
	await page.getByRole('button', { name: '登记', exact: true }).click();
	await expect(page.getByRole('status').first()).toContainText('已登记');
	const code = (await page.locator('.code').innerText()).replace(/\s/g, '');
	await page.context().clearCookies();
	await page.goto('/slip');
	await page.getByLabel('电话').fill(phone);
	await page.getByLabel('六位编号').fill(code);
	await page.getByRole('button', { name: '查询' }).click();
	await expect(page.getByRole('heading', { name: '承诺凭条' })).toBeVisible();
}

test('a household on the older version sees what changed, agrees with one tap, and prints its certificate', async ({
	page
}) => {
	await openOldPledge(page);
	const slip = page.url();
	await expect(page.getByRole('article')).toContainText('第1版');
	await expect(page.locator('.stamp'), 'the old one stays in force').toHaveText('已承诺');

	await page.getByRole('link', { name: '看看改了哪些' }).click();
	await expect(page.getByRole('heading', { name: '承诺书改了哪些', level: 1 })).toBeVisible();
	await expect(page.locator('ins').first()).toContainText('集体生日宴');
	await expect(page.getByText('这一条是新加的')).toBeVisible();
	await expect(page.getByText('第1版，2024年1月8日起施行')).toBeVisible();

	await page.goto(slip);
	await page.getByRole('button', { name: '我愿意按第2版承诺' }).click();
	await expect(page.getByRole('status')).toContainText('已按第2版确认');
	await expect(page.getByRole('article')).toContainText('第2版');
	await expect(page.getByRole('article')).toContainText('2024年6月1日');
	await expect(page.getByRole('button', { name: /我愿意按/ })).toHaveCount(0);

	await page.getByRole('link', { name: '打印承诺证书' }).click();
	await expect(page.getByRole('article')).toContainText('三星村 试旧版 一家');
	expect(await seriousIn(page)).toEqual([]);
	await page.getByRole('link', { name: '姓名只写一部分' }).click();
	await expect(page.getByRole('article')).toContainText('试*版');
	await page.context().clearCookies();
	await page.goto(`${slip.split('?')[0]}/certificate`);
	await expect(page, 'without the slip there is no certificate').toHaveURL(/\/slip$/);
});

for (const view of ['normal', 'elder'] as const) {
	test(`what changed and the pledges' trend read well on a phone in the ${view} view`, async ({ page, baseURL }) => {
		await page.context().addCookies([{ name: 'view', value: view, url: baseURL! }]);
		for (const path of ['/pledge/texts/2', '/pledge/texts/1', '/trends/pledges?year=2025']) {
			await page.goto(path);
			await expect(page.locator('h1')).toHaveCount(1);
			expect(await seriousIn(page), path).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
			await expect(page.locator('script')).toHaveCount(0);
		}
		const villages = page.getByRole('table').first().getByRole('rowheader');
		await expect(villages.first()).toContainText('三星村');
		for (const path of ['/pledge/texts/99', '/pledge/texts/x']) expect((await page.goto(path))?.status()).toBe(404);
	});
}

async function seriousIn(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}
