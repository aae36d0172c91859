import { expect, test, type Browser, type Page } from '@playwright/test';
import { spanFrom } from '../http/check-in/door-event';
import { openCamera } from './camera-film';
import { fitsThePhone, isInView } from './phone-view';
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

/** Publishes an event that begins within the hour, so that its door is open. Out: its id. */
async function publish(cadre: Page): Promise<string> {
	const [on, from, to] = spanFrom(50);
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
		await setView(villager, view);
		await villager.goto(poster);
		await expect(villager).toHaveURL(new RegExp(`/events/${event}$`));
		await signUpOnPhone(villager, view);
		const slip = await readCode(villager.locator('svg.qr'));
		expect(slip).toMatch(/\/s\/[\w-]{38}$/);

		const camera = await openCamera(slip);
		try {
			const door = await open(camera.browser);
			await signIn(door, 'mei');
			await setView(door, view);
			await scan(door, event);
		} finally {
			await camera.close();
			await Promise.all([cadre, villager].map((one) => one.context().close()));
		}
	});
}

const setView = (page: Page, view: string) =>
	page.context().addCookies([{ name: 'view', value: view, url: process.env.XINFENG_URL! }]);

/** A party of two signs up from the page of the event. */
async function signUpOnPhone(villager: Page, view: 'normal' | 'elder'): Promise<void> {
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
}

/** The camera at the door reads the slip. */
async function scan(door: Page, event: string): Promise<void> {
	await door.goto(`/door/${event}`);
	await door.getByRole('button', { name: '用摄像头扫码' }).click();
	await expect(door.locator('.answer .said')).toHaveText('请进 · 试名庚 2 位', { timeout: 20_000 });
	await expect(door.locator('.door-count')).toContainText('来了 2 ／ 2');
	expect(await door.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}
