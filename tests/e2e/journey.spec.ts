import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { addDays, dateOf, timeOf } from '../../src/lib/domain/calendar/calendar';
import { filmCode } from './camera-film';
import { readCode } from './read-code';

const small = { viewport: { width: 360, height: 800 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
const open = async (browser: Browser, options = {}) =>
	(await browser.newContext({ baseURL: process.env.XINFENG_URL, ...small, ...options })).newPage();

async function signIn(page: Page, username: string) {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

/** Begins within the hour, so that its door is open; a span that would run into midnight begins after it. */
function soon(): [string, string, string] {
	const startsAt = Date.now() + 50 * 60_000;
	const [on, from] = [dateOf(startsAt), timeOf(startsAt)];
	return from > '23:50' ? [addDays(on, 1), '00:10', '02:00'] : [on, from, '23:59'];
}

async function publish(cadre: Page): Promise<string> {
	const [on, from, to] = soon();
	await cadre.goto('/desk/events/new');
	await cadre.getByLabel('活动类型').selectOption({ label: '讲座宣讲：健康讲座' });
	await cadre.getByLabel('活动名称').fill(`试一路 ${Date.now()}`);
	await cadre.getByLabel('地点').fill('镇文化站');
	await cadre.getByLabel('联系电话').fill('023-7123 4567');
	await cadre.getByLabel('日期').first().fill(on);
	await cadre.getByLabel('开始').first().fill(from);
	await cadre.getByLabel('结束').first().fill(to);
	await cadre.getByLabel('名额（人）').first().fill('4');
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	await cadre.getByRole('button', { name: '发布活动' }).click();
	await expect(cadre.getByRole('status')).toContainText('已发布');
	return new URL(cadre.url()).pathname.split('/').at(-1)!;
}

async function fitsThePhone(page: Page) {
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await expect(page.locator('script')).toHaveCount(0);
}

/** 长辈版 is what it says: its mark, letters of 18 px and more, and nothing to tap lower than 60 px. */
async function isInView(page: Page, view: 'normal' | 'elder') {
	if (view === 'normal') return expect(page.locator('html')).not.toHaveAttribute('data-view', 'elder');
	await expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
	const small = await page.evaluate(() => {
		const shown = [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility());
		const isTap = (one: Element) =>
			one.matches('button, .button, input:not([type=radio], [type=checkbox], [type=hidden]), select, summary');
		const hasText = (one: Element) =>
			[...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '');
		const named = (one: Element) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 20)}`;
		return {
			letters: shown.filter((one) => hasText(one) && parseFloat(getComputedStyle(one).fontSize) < 18).map(named),
			taps: shown.filter((one) => isTap(one) && one.getBoundingClientRect().height < 59.5).map(named)
		};
	});
	expect(small).toEqual({ letters: [], taps: [] });
}

for (const view of ['normal', 'elder'] as const) {
	test(`from the poster's code over the slip to the door, on a 360-px screen (${view})`, async ({ browser }) => {
		test.slow();
		const cadre = await open(browser, { viewport: { width: 1440, height: 900 } });
		await signIn(cadre, 'wu');
		const event = await publish(cadre);
		await cadre.goto(`/desk/events/${event}/poster`);
		const poster = await readCode(cadre.locator('svg.qr'));
		expect(poster).toMatch(/\/e\/\d+$/);

		const villager = await open(browser, { javaScriptEnabled: false });
		await villager.context().addCookies([{ name: 'view', value: view, url: process.env.XINFENG_URL! }]);
		await villager.goto(poster);
		await expect(villager).toHaveURL(new RegExp(`/events/${event}$`));
		await fitsThePhone(villager);
		await isInView(villager, view);
		await villager.getByRole('link', { name: /^报名/ }).first().click();
		await fitsThePhone(villager);
		await isInView(villager, view);
		await villager.locator('[name=name]').fill('试名庚');
		await villager.locator('[name=phone]').fill(`137${String(Date.now()).slice(-8)}`);
		await villager.getByLabel('三星村').check();
		await villager.getByLabel('2 位').check();
		await villager.getByRole('button', { name: '确认报名' }).click();
		await expect(villager.locator('.stamp')).toHaveText('已确认');
		await fitsThePhone(villager);
		await isInView(villager, view);
		const slip = await readCode(villager.locator('svg.qr'));
		expect(slip).toMatch(/\/s\/[\w-]{38}$/);

		const folder = mkdtempSync(join(tmpdir(), 'xinfeng-journey-'));
		filmCode(join(folder, 'slip.y4m'), slip);
		const camera = await chromium.launch({
			executablePath: process.env.CHROMIUM_PATH,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--use-fake-ui-for-media-stream',
				'--use-fake-device-for-media-stream',
				`--use-file-for-fake-video-capture=${join(folder, 'slip.y4m')}`
			]
		});
		try {
			const door = await open(camera);
			await signIn(door, 'mei');
			await door.context().addCookies([{ name: 'view', value: view, url: process.env.XINFENG_URL! }]);
			await door.goto(`/door/${event}`);
			await door.getByRole('button', { name: '用摄像头扫码' }).click();
			await expect(door.locator('.answer .said')).toHaveText('请进 · 试名庚 2 位', { timeout: 20_000 });
			await expect(door.locator('.door-count')).toContainText('来了 2 ／ 2');
			expect(await door.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		} finally {
			await camera.close();
			rmSync(folder, { recursive: true, force: true });
			await Promise.all([cadre, villager].map((one) => one.context().close()));
		}
	});
}
