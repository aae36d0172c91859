import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

async function signIn(page: Page, username: 'wu' | 'mei' | 'tang') {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

let nth = 0;

/** A published event of the town, `days` from now, with shifts of one volunteer each; out: their duties. */
async function newShifts(page: Page, days: number, spans: [string, string][]): Promise<string[]> {
	await page.goto('/desk/events/new');
	await page.getByLabel('活动类型').selectOption({ label: '会议' });
	await page.getByLabel('活动名称').fill(`试班次 ${Date.now()} ${++nth}`);
	await page.getByLabel('地点').fill('镇文化站');
	await page.getByLabel('联系电话').fill('023-7123 4567');
	await page
		.getByLabel('日期')
		.first()
		.fill(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
	await page.getByLabel('开始').first().fill('08:00');
	await page.getByLabel('结束').first().fill('18:00');
	await page.getByRole('button', { name: '存为草稿' }).click();
	await page.getByRole('button', { name: '发布活动' }).click();
	await page.goto(`${page.url().split('?')[0]}/shifts`);
	const duties: string[] = [];
	for (const [from, to] of spans) {
		const duty = `试岗 ${Date.now()} ${++nth}`;
		const form = page.locator('form[action="?/add"]');
		await form.getByLabel('做什么').fill(duty);
		await form.getByLabel('开始').fill(from);
		await form.getByLabel('结束').fill(to);
		await form.getByLabel('需要几人').fill('1');
		await form.getByRole('button').click();
		await expect(page.locator('.rows')).toContainText(duty);
		duties.push(duty);
	}
	return duties;
}

const row = (page: Page, duty: string) =>
	page.locator('.rows > li').filter({ has: page.getByText(duty, { exact: true }) });

test('a volunteer takes a shift, sees it first, and gives it back', async ({ page, browser, baseURL }) => {
	const cadre = await (await browser.newContext({ locale: 'zh-CN', baseURL })).newPage();
	await signIn(cadre, 'wu');
	const [duty, clashing, later] = await newShifts(cadre, 40, [
		['09:00', '11:00'],
		['10:00', '12:00'],
		['12:00', '13:00']
	]);
	await cadre.context().close();

	await signIn(page, 'mei');
	await page.goto('/schedule');
	await row(page, duty!).getByRole('button').click();
	await expect(page.getByRole('status')).toContainText('领好了');
	await expect(row(page, duty!)).toContainText('镇文化站');
	await expect(row(page, clashing!), 'the clash is said in words').toContainText(`的“${duty}”撞了时间`);
	await expect(row(page, clashing!).getByRole('button')).toHaveCount(0);
	await expect(row(page, later!).getByRole('button')).toHaveCount(1);

	await row(page, duty!).locator('summary').click();
	await row(page, duty!).getByRole('button', { name: '退掉' }).click();
	await expect(page.getByRole('status')).toContainText('已退班');
	await expect(row(page, clashing!).getByRole('button')).toHaveCount(1);
});

test('of two volunteers who press at once one gets the last place, the other is told', async ({ browser, baseURL }) => {
	const open = async (username: 'wu' | 'mei' | 'tang') => {
		const page = await (await browser.newContext({ locale: 'zh-CN', baseURL })).newPage();
		await signIn(page, username);
		return page;
	};
	const [cadre, mei, tang] = [await open('wu'), await open('mei'), await open('tang')];
	const [duty] = await newShifts(cadre, 45, [['09:00', '11:00']]);
	await Promise.all([mei.goto('/schedule'), tang.goto('/schedule')]);
	await Promise.all([row(mei, duty!).getByRole('button').click(), row(tang, duty!).getByRole('button').click()]);
	await Promise.all([mei, tang].map((page) => page.waitForLoadState()));
	const said = await Promise.all([mei, tang].map((page) => page.locator('.notice').innerText()));
	expect(said.filter((text) => text.includes('领好了'))).toHaveLength(1);
	expect(said.filter((text) => text.includes('满员'))).toHaveLength(1);
	await cadre.reload();
	await expect(cadre.locator('.rows')).toContainText('已满员');
	await Promise.all([cadre, mei, tang].map((page) => page.context().close()));
});

test('the schedule is for those who are signed in, and fits a small phone in both views', async ({ page }) => {
	await page.goto('/schedule');
	await expect(page).toHaveURL(/\/sign-in/);
	await signIn(page, 'mei');
	await page.goto('/schedule');
	for (const view of ['normal', 'elder']) {
		await page.context().addCookies([{ name: 'view', value: view, url: page.url() }]);
		await page.reload();
		const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(wider, `${view}: nothing sticks out`).toBeLessThanOrEqual(0);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
	}
});
