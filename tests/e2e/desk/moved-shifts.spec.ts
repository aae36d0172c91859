import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';

async function signIn(browser: Browser, username: 'wu' | 'mei', width: number): Promise<Page> {
	const shared = { baseURL: process.env.XINFENG_URL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
	const page = await (await browser.newContext({ ...shared, viewport: { width, height: 900 } })).newPage();
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
	return page;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function fillSpan(page: Page, on: string, from: string, to: string) {
	await page.getByLabel('日期').first().fill(on);
	await page.getByLabel('开始').first().fill(from);
	await page.getByLabel('结束').first().fill(to);
}

test('a slot that moves takes its shifts along, and the volunteer sees it until she says so', async ({ browser }) => {
	test.slow();
	const [cadre, mei] = [await signIn(browser, 'wu', 1440), await signIn(browser, 'mei', 360)];
	const title = `试改时间 ${Date.now()}`;
	await cadre.goto('/desk/events/new');
	await cadre.getByLabel('活动类型').selectOption({ label: '会议' });
	await cadre.getByLabel('活动名称').fill(title);
	await cadre.getByLabel('地点').fill('镇文化站');
	await cadre.getByLabel('联系电话').fill('023-7123 4567');
	await fillSpan(cadre, inDays(33), '09:00', '11:00');
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	await cadre.getByRole('button', { name: '发布活动' }).click();
	await expect(cadre.getByRole('status')).toContainText('已发布');
	const desk = new URL(cadre.url()).pathname;
	await cadre.goto(`${desk}/shifts`);
	await cadre.getByLabel('做什么').fill('引导入座');
	await fillSpan(cadre, inDays(33), '08:30', '11:00');
	await cadre.getByLabel('需要几人').fill('1');
	await cadre.getByRole('button', { name: '添加班次' }).click();

	await mei.goto('/schedule');
	const shift = mei.locator('.rows > li').filter({ hasText: title });
	await shift.getByRole('button').first().click();
	await expect(shift).toContainText('08:30—11:00');

	await cadre.goto(`${desk}/slots`);
	await cadre.locator('main details summary').first().click();
	await fillSpan(cadre, inDays(33), '10:00', '12:00');
	await expect(cadre.getByLabel('班次一起改')).toBeChecked();
	await cadre.getByRole('button', { name: '保存' }).first().click();
	await expect(cadre.locator('[id$="-reason-error"]')).toContainText('原因');
	await cadre.getByLabel('为什么').first().fill('医生上午有会');
	await cadre.getByRole('button', { name: '保存' }).first().click();
	await expect(cadre.getByRole('status')).toContainText('1 个班次跟着改了时间');
	await cadre.goto(`${desk}/shifts`);
	await expect(cadre.locator('main')).toContainText('改了时间还没看到的：梅示例');

	await mei.goto('/schedule');
	await expect(shift).toContainText('09:30—12:00');
	await expect(shift).toContainText(/时间改了：原来 .*08:30—11:00.*医生上午有会/);
	expect(await mei.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	const { violations } = await new AxeBuilder({ page: mei }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
	await shift.getByRole('button', { name: '知道了' }).click();
	await expect(mei.getByRole('status').first()).toContainText('就按新时间来');
	await expect(shift).not.toContainText('时间改了');

	await cadre.goto(`${desk}/slots`);
	await cadre.locator('main details summary').first().click();
	await fillSpan(cadre, inDays(35), '10:00', '12:00');
	await cadre.getByLabel('班次一起改').uncheck();
	await cadre.getByRole('button', { name: '保存' }).first().click();
	await expect(cadre.locator('main')).toContainText('班次没有动');
	await expect(cadre.locator('main')).toContainText(/有班次没跟上.*引导入座/s);
	await Promise.all([cadre, mei].map((page) => page.context().close()));
});
