import { expect, test, type Browser, type Page } from '@playwright/test';
import { dateOf, yearOf } from '../../../src/lib/domain/calendar/calendar';

/** The demo's administrator Zhou, town cadre Wu, and cadres Liu of 三星村 and He of 河沙村. */
async function signIn(browser: Browser, username: 'zhou' | 'wu' | 'liu' | 'he'): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
	return page;
}

const thisYear = yearOf(dateOf(Date.now()));
const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const status = async (page: Page, path: string) => (await page.goto(path))?.status();

test('the sheet of a year is typed from cell to cell and saved whole, or not at all', async ({ browser }) => {
	test.slow();
	const page = await signIn(browser, 'zhou');
	const year = thisYear + 1;
	await page.goto(`/desk/targets/set?year=${year}`);
	await cell(page, '健康讲座，太平场镇').focus();
	for (const value of ['42', '11', '十一', '10']) {
		await page.keyboard.type(value);
		await page.keyboard.press('Tab');
	}
	await page.getByRole('button', { name: '保存目标' }).click();
	await expect(page.getByRole('alert')).toContainText('健康讲座，河沙村：这里要填数字');
	await expect(cell(page, '健康讲座，河沙村')).toHaveAttribute('aria-invalid', 'true');
	await expect(cell(page, '健康讲座，河沙村')).toHaveValue('十一');
	await expect(cell(page, '健康讲座，太平场镇')).toHaveValue('42');
	const other = await signIn(browser, 'wu');
	await other.goto(`/desk/targets?year=${year}`);
	await expect(other.locator('.empty')).toContainText('还没有定目标');

	await cell(page, '健康讲座，河沙村').fill('１１');
	await page.getByRole('button', { name: '保存目标' }).click();
	await expect(page.getByRole('status')).toContainText('改了 4 格');
	await expect(page.locator('main')).toContainText('下面合计 32，比太平场镇的目标少 10');
	await expect(page.locator('main')).toContainText('还没有开始');

	// Wu opened the sheet before Zhou saved again: nothing of Zhou's is written over.
	await other.goto(`/desk/targets/set?year=${year}`);
	await page.goto(`/desk/targets/set?year=${year}`);
	await cell(page, '健康讲座，桥头社区').fill('10');
	await page.getByRole('button', { name: '保存目标' }).click();
	await expect(page.locator('main')).not.toContainText('下面合计');
	await cell(other, '健康讲座，桥头社区').fill('99');
	await other.getByRole('button', { name: '保存目标' }).click();
	await expect(other.getByRole('alert')).toContainText('刚刚有别人改过目标');

	await page.goto(`/desk/targets/set?year=${year}`);
	await page.getByRole('link', { name: `照${thisYear}年的填` }).click();
	await expect(page.getByRole('status')).toContainText('还没有保存');
	await expect(cell(page, '健康讲座，太平场镇'), 'what is set stays').toHaveValue('42');
	await expect(cell(page, '村民大会，三星村')).toHaveValue('9');
});

test('a village that is behind gets a task, sees it first on its desk, and its own record fulfils it', async ({
	browser
}) => {
	test.slow();
	const zhou = await signIn(browser, 'zhou');
	await zhou.goto(`/desk/targets/set?year=${thisYear}`);
	// So many that it is behind on any day of the year.
	await cell(zhou, '清明祭英烈，三星村').fill('3660');
	await zhou.getByRole('button', { name: '保存目标' }).click();
	const row = zhou.getByRole('row').filter({ hasText: '清明祭英烈' }).filter({ hasText: '三星村' });
	const missing = /差 ([\d,]+)/.exec(await row.innerText())![1]!.replace(',', '');
	await row.getByRole('link', { name: '派任务' }).click();
	await expect(zhou.locator('[name=quantity]')).toHaveValue(missing);
	await expect(zhou.locator('[name=unitId] option:checked')).toHaveText('三星村');
	await expect(zhou.locator('[name=figure] option:checked')).toHaveText('清明祭英烈');
	await zhou.fill('[name=quantity]', '0');
	await zhou.getByRole('button', { name: '派下去' }).click();
	await expect(zhou.getByRole('alert')).toContainText('太大或太小');
	await zhou.fill('[name=quantity]', '1');
	await zhou.getByRole('button', { name: '派下去' }).click();
	await expect(zhou.getByRole('status')).toContainText('派好了');
	const path = new URL(zhou.url()).pathname;

	const liu = await signIn(browser, 'liu');
	await liu.goto('/desk');
	const tasks = liu.locator('h2', { hasText: '镇里派的任务' }).locator('+ ul');
	await tasks.getByRole('link', { name: '清明祭英烈 1 场次' }).click();
	await expect(liu).toHaveURL(path);
	await liu.getByLabel('说一句').fill('周五去烈士陵园');
	await liu.getByRole('button', { name: '发出' }).click();
	await expect(liu.locator('main')).toContainText('周五去烈士陵园');
	await expect(liu.getByText('撤回这个任务')).toHaveCount(0);
	await liu.getByRole('link', { name: '去记台账' }).click();
	await expect(liu.locator('[name=kind] option:checked')).toHaveText('清明祭英烈');
	await liu.getByLabel('事项').fill('三星村清明祭英烈');
	await liu.getByLabel('数量').fill('1');
	await liu.getByLabel('责任人').fill('试责任');
	await liu.getByRole('button', { name: '记入台账' }).click();

	await zhou.goto(path);
	await expect(zhou.locator('.head .tag')).toHaveText('完成');
	await expect(zhou.locator('.facts')).toContainText('1 / 1 场次');
	await expect(zhou.locator('main')).toContainText('周五去烈士陵园');
	await zhou.getByRole('link', { name: '三星村清明祭英烈' }).click();
	await expect(zhou).toHaveURL(/\/desk\/activities\//);
	await liu.goto('/desk');
	await expect(liu.getByRole('link', { name: '清明祭英烈 1 场次' })).toHaveCount(0);
	await liu.goto('/desk/tasks?state=done');
	await expect(liu.getByRole('link', { name: '清明祭英烈 1 场次' })).toBeVisible();
});

test('the town asks, a village answers for its own, and strangers stay outside', async ({ browser }) => {
	const [wu, liu, he] = [await signIn(browser, 'wu'), await signIn(browser, 'liu'), await signIn(browser, 'he')];
	await wu.goto('/desk/tasks?state=all');
	const ofSanxing = wu.locator('.rows > li').filter({ hasText: '三星村' }).first().locator('a');
	const path = (await ofSanxing.getAttribute('href'))!;
	expect(await status(liu, path)).toBe(200);
	expect(await status(he, path)).toBe(403);
	expect(await status(he, '/desk/tasks/00000000-0000-7000-8000-000000000000')).toBe(404);
	for (const forbidden of ['/desk/targets/set', '/desk/tasks/new']) {
		expect(await status(liu, forbidden)).toBe(403);
		expect(await status(wu, forbidden)).toBe(200);
	}
	await liu.goto('/desk/targets');
	await expect(liu.locator('main')).not.toContainText('河沙村');
	await liu.locator('table.cards a').first().click();
	await expect(liu.locator('dl.facts')).toContainText('三星村');
	await wu.goto('/desk/targets?year=2024');
	await expect(wu.getByRole('row').filter({ hasText: '健康讲座' }).last()).toContainText('42 / 42');
	await wu.getByRole('row').filter({ hasText: '健康讲座' }).last().locator('a').nth(1).click();
	await expect(wu.locator('dl.facts')).toContainText('三星村');
	await expect(wu.locator('dl.facts')).toContainText('11');
});
