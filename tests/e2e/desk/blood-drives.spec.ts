import { expect, test, type Page } from '@playwright/test';

async function signIn(page: Page, username: string): Promise<void> {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

test('a cadre takes the list for the station, mends a result of a past drive, and the numbers follow', async ({
	page,
	browser,
	baseURL
}) => {
	await signIn(page, 'wu');
	await page.goto('/desk/events?kind=blood-drive');
	await page.locator('.ledger tbody a').first().click();
	await expect(page.locator('main')).toContainText(/\d+ 人同意把名单交给血站/);
	const list = await page.request.get(`${page.url()}/handover.xlsx`);
	expect(list.status()).toBe(200);
	expect(list.headers()['content-type']).toContain('spreadsheetml');
	expect((await list.body()).subarray(0, 2).toString()).toBe('PK');
	await page.goto(`${page.url()}/donations`);
	await expect(page.locator('main')).toContainText('开始以后才能登记');

	await page.goto('/desk/events?view=past&kind=blood-drive');
	await page.locator('.ledger tbody a').last().click();
	const drive = page.url();
	await page.getByRole('link', { name: '登记献血结果' }).click();
	const donors = async () => Number(/献成 (\d+) 人次/.exec(await page.locator('main').innerText())![1]);
	const before = await donors();
	const deferred = page.locator('tr', { has: page.locator('select option[value="deferred"][selected]') }).first();
	await deferred.locator('select').selectOption('repeat/whole-blood/300');
	await page.getByRole('button', { name: '保存结果' }).click();
	await expect(page.getByRole('status')).toContainText('已保存');
	expect(await donors()).toBe(before + 1);
	await page.goto(drive);
	await expect(page.locator('.facts').first()).toContainText(`${before + 1} 人次`);

	const other = await (await browser.newContext({ locale: 'zh-CN', baseURL })).newPage();
	await signIn(other, 'he');
	for (const part of ['/donations', '/handover.xlsx'])
		expect((await other.request.get(drive + part)).status(), part).toBe(403);
	expect((await other.request.get('/admin/donation-standards')).status()).toBe(403);
	await other.context().close();
});

test('a drive is laid out in quarter-hours in one act', async ({ page }) => {
	await signIn(page, 'wu');
	await page.goto('/desk/events/new');
	await page.locator('[name=kind]').selectOption('blood-drive');
	await page.locator('[name=title]').fill('试排时段的献血');
	await page.locator('[name=place]').fill('集镇文化广场');
	await page.locator('[name=contactPhone]').fill('023-7123 4567');
	await page.locator('[name="slots.0.on"]').fill('2030-05-01');
	await page.locator('[name="slots.0.startsAt"]').fill('09:00');
	await page.locator('[name="slots.0.endsAt"]').fill('11:00');
	await page.getByRole('button', { name: '存为草稿' }).click();
	await page.goto(`${page.url()}/slots`);
	await page.locator('#layout-beds').fill('3');
	await page.locator('#layout-endsAt').fill('10:10');
	await page.getByRole('button', { name: '排好时段' }).click();
	await expect(page.getByRole('alert')).toContainText('整刻钟');
	await page.locator('#layout-endsAt').fill('11:00');
	await page.getByRole('button', { name: '排好时段' }).click();
	await expect(page.locator('main .rows > li')).toHaveCount(8);
});
