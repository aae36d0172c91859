import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';

/** A cadre records a household's old paper; the household finds it by phone and code. */
async function openOldPledge(page: Page): Promise<void> {
	const phone = newPhone();
	const liu = await pageOf('liu');
	await liu.goto('/desk/pledges/new');
	const version = liu.getByLabel('纸上是哪一版').locator('option', { hasText: '家庭 · 第1版' });
	liu.getByLabel('纸上是哪一版').selectOption(version.getAttribute('value')!);
	liu.getByLabel('纸上的日期').fill('2024-06-01');
	liu.getByLabel('姓名').fill('试旧版');
	liu.getByLabel('电话').fill(phone);
	await liu.getByRole('button', { name: '登记', exact: true }).click();
	expect(liu.getByRole('status').first()).toContainText('已登记');
	const code = liu.locator('.code').innerText().replace(/\s/g, '');
	await page.goto('/slip');
	page.getByLabel('电话').fill(phone);
	page.getByLabel('六位编号').fill(code);
	await page.getByRole('button', { name: '查询' }).click();
	expect(page.getByRole('heading', { name: '承诺凭条' })).toBeVisible();
}

test('a household on the older version sees what changed, agrees with one tap, and prints its certificate', async () => {
	const page = newPage();
	await openOldPledge(page);
	const slip = page.url();
	expect(page.getByRole('article')).toContainText('第1版');
	expect(page.locator('.stamp'), 'the old one stays in force').toHaveText('已承诺');

	await page.getByRole('link', { name: '看看改了哪些' }).click();
	expect(page.getByRole('heading', { name: '承诺书改了哪些', level: 1 })).toBeVisible();
	expect(page.locator('ins').first()).toContainText('集体生日宴');
	expect(page.getByText('这一条是新加的')).toBeVisible();
	expect(page.getByText('第1版，2024年1月8日起施行')).toBeVisible();

	await page.goto(slip);
	await page.getByRole('button', { name: '我愿意按第2版承诺' }).click();
	expect(page.getByRole('status')).toContainText('已按第2版确认');
	expect(page.getByRole('article')).toContainText('第2版');
	expect(page.getByRole('article')).toContainText('2024年6月1日');
	expect(page.getByRole('button', { name: /我愿意按/ })).toHaveCount(0);

	await page.getByRole('link', { name: '打印承诺证书' }).click();
	expect(page.getByRole('article')).toContainText('三星村 试旧版 一家');
	await page.getByRole('link', { name: '姓名只写一部分' }).click();
	expect(page.getByRole('article')).toContainText('试*版');
	page.session.cookies.clear();
	await page.goto(`${slip.split('?')[0]}/certificate`);
	expect(page, 'without the slip there is no certificate').toHaveURL(/\/slip$/);
});

for (const view of ['normal', 'elder'] as const) {
	test(`what changed and the pledges' trend have one heading and no script in the ${view} view`, async () => {
		const page = newPage();
		page.session.cookies.set('view', view);
		for (const path of ['/pledge/texts/2', '/pledge/texts/1', '/trends/pledges?year=2025']) {
			await page.goto(path);
			expect(page.locator('h1')).toHaveCount(1);
			expect(page.locator('script')).toHaveCount(0);
		}
		const villages = page.getByRole('table').first().getByRole('rowheader');
		expect(villages.first()).toContainText('三星村');
		for (const path of ['/pledge/texts/99', '/pledge/texts/x']) expect((await page.goto(path)).status).toBe(404);
	});
}
