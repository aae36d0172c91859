import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { dateOf, timeOf } from '../../src/lib/domain/calendar/calendar';

test.use({ viewport: { width: 1440, height: 900 } });

async function signIn(page: Page) {
	await page.goto('/sign-in');
	await page.fill('[name=username]', 'wu');
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText('wu');
}

/** An event of today, published by another desk. */
async function publishToday(page: Page, title: string) {
	await page.goto('/desk/events/new');
	await page.getByLabel('活动类型').selectOption({ label: '会议' });
	await page.getByLabel('活动名称').fill(title);
	await page.getByLabel('地点').fill('镇文化站');
	await page.getByLabel('联系电话').fill('023-7123 4567');
	await page.getByLabel('日期').first().fill(dateOf(Date.now()));
	// Before all else of the day, so that it is among the first few.
	await page.getByLabel('开始').first().fill('00:01');
	await page.getByLabel('结束').first().fill('23:58');
	await page.getByLabel('名额（人）').first().fill('4');
	await page.getByRole('button', { name: '存为草稿' }).click();
	await page.getByRole('button', { name: '发布活动' }).click();
}

test('the big screen shows what is new without a reload, and outlives the network', async ({ page, browser }) => {
	await page.clock.install();
	await signIn(page);
	await page.goto('/desk/screen');
	await expect(page.locator('.fall')).toContainText(/161\s*→\s*146/);
	await expect(page.locator('[role=status]')).toContainText('每分钟自动更新');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	const isCut = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
	expect(isCut, 'all of it is on the screen').toBe(false);
	await page.evaluate(() => Object.assign(window, { isSame: true }));

	const other = await browser.newContext();
	const desk = await other.newPage();
	await signIn(desk);
	const title = `大屏要看见 ${Date.now()}`;
	await publishToday(desk, title);
	await other.close();

	await page.clock.runFor(61_000);
	await expect(page.locator('.today')).toContainText(title);
	expect(await page.evaluate(() => 'isSame' in window)).toBe(true);

	const seenAt = /(\d\d:\d\d)/.exec(await page.locator('[role=status]').innerText())![1]!;
	await page.context().setOffline(true);
	await page.clock.runFor(61_000);
	await expect(page.locator('[role=status]')).toHaveText(`断网，停在 ${seenAt}`);
	await expect(page.locator('.today')).toContainText(title);
	await page.context().setOffline(false);
	await page.clock.runFor(61_000);
	await expect(page.locator('[role=status]')).toContainText('每分钟自动更新');
	expect(timeOf(Date.now()) >= seenAt || seenAt.startsWith('23')).toBe(true);
});

test('a chart becomes a PNG in the browser, twice as sharp as the page needs', async ({ page }) => {
	await signIn(page);
	await page.goto('/trends/charts/held-by-month?year=2024');
	await page.getByRole('link', { name: '存图片（PNG）' }).click();
	const save = page.getByRole('link', { name: '存图片（PNG）' });
	const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
	expect(file.suggestedFilename()).toBe('held-by-month-2024-01-2024-12.png');
	const size = await page.locator('main img').evaluate((image: HTMLImageElement) => image.naturalWidth);
	expect(size).toBe(2400);
});
