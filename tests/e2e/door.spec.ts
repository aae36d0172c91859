import AxeBuilder from '@axe-core/playwright';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dateOf, timeOf } from '../../src/lib/domain/calendar/calendar';
import { filmCode } from './camera-film';

const minute = 60_000;
let nth = 0;

async function signIn(page: Page, username: 'wu' | 'mei') {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

/** A day and span of the town that begins so many minutes from now; one that would run into midnight begins after it. */
function spanFrom(minutes: number): [string, string, string] {
	const startsAt = Date.now() + minutes * minute;
	const [on, from] = [dateOf(startsAt), timeOf(startsAt)];
	return from > '23:50' ? [addDays(on, 1), '00:10', '02:00'] : [on, from, '23:59'];
}

async function fillSpan(page: Page, [on, from, to]: [string, string, string]) {
	await page.getByLabel('日期').first().fill(on);
	await page.getByLabel('开始').first().fill(from);
	await page.getByLabel('结束').first().fill(to);
}

/** An event of the town that begins within the hour, with four places; out: its id. */
async function newEvent(cadre: Page): Promise<string> {
	await cadre.goto('/desk/events/new');
	await cadre.getByLabel('活动类型').selectOption({ label: '会议' });
	await cadre.getByLabel('活动名称').fill(`试签到 ${Date.now()} ${++nth}`);
	await cadre.getByLabel('地点').fill('镇文化站');
	await cadre.getByLabel('联系电话').fill('023-7123 4567');
	await fillSpan(cadre, spanFrom(50));
	await cadre.getByLabel('名额（人）').first().fill('4');
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	await cadre.getByRole('button', { name: '发布活动' }).click();
	return new URL(cadre.url()).pathname.split('/').at(-1)!;
}

/** A villager signs up in a browser of their own; out: the code of their slip. */
async function comes(browser: Browser, event: string, name: string, partySize: number): Promise<string> {
	const page = await newPage(browser);
	await page.goto(`/events/${event}`);
	await page.locator('a[href*="sign-up"]').first().click();
	await page.locator('[name=name]').fill(name);
	await page.locator('[name=phone]').fill(`136${String(Date.now()).slice(-6)}${String(++nth).padStart(2, '0')}`);
	await page.locator(`[name=partySize][value="${partySize}"]`).check();
	await page.locator('[name=villageId]').first().check();
	await page.locator('main form button').first().click();
	const code = (await page.locator('.slip .code').first().innerText()).trim();
	await page.context().close();
	return code;
}

async function newPage(browser: Browser, options = {}): Promise<Page> {
	const shared = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: process.env.XINFENG_URL };
	return (await browser.newContext({ ...shared, viewport: { width: 360, height: 800 }, ...options })).newPage();
}

const row = (page: Page, name: string) => page.locator('.door-list > li').filter({ hasText: name });
const said = (page: Page) => page.locator('.answer .said');
const count = (page: Page) => page.locator('.door-count');

async function typeCode(page: Page, code: string) {
	await page.getByLabel('凭条上的码').fill(code);
	await page.getByRole('button', { name: '签到', exact: true }).click();
}

async function walkIn(page: Page, people: number) {
	await page.getByLabel(String(people), { exact: true }).check();
	await page.getByRole('button', { name: '登记，请进' }).click();
}

test('the whole door works on a small phone without scripts', async ({ browser }) => {
	test.slow();
	const cadre = await newPage(browser);
	await signIn(cadre, 'wu');
	const event = await newEvent(cadre);
	const [first, , waits] = [
		await comes(browser, event, '试名甲', 2),
		await comes(browser, event, '试名乙', 1),
		await comes(browser, event, '试名丙', 2)
	];
	const page = await newPage(browser, { javaScriptEnabled: false });
	await signIn(page, 'mei');
	await page.goto(`/door/${event}`);
	await expect(count(page)).toContainText('来了 0 ／ 3');

	await typeCode(page, first.toLowerCase());
	await expect(said(page)).toHaveText('请进 · 试名甲 2 位');
	await expect(count(page)).toContainText('来了 2 ／ 3');
	await typeCode(page, first);
	await expect(said(page)).toContainText('已经签过到了');
	await typeCode(page, waits);
	await expect(said(page)).toHaveText('还在候补，没有名额');
	await typeCode(page, 'AAAAAA');
	await expect(said(page)).toHaveText('没有这个码');

	await page.getByLabel('姓名，或电话后四位').fill('名乙');
	await page.getByRole('button', { name: '查找' }).click();
	await expect(page.locator('.door-list').first().locator('li')).toHaveCount(1);
	await row(page, '试名乙').getByRole('button').first().click();
	await expect(count(page)).toContainText('来了 3 ／ 3');
	await row(page, '试名乙').first().getByRole('button', { name: '撤销试名乙的签到' }).click();
	await expect(said(page)).toHaveText('已撤销 · 试名乙');
	await expect(count(page)).toContainText('来了 2 ／ 3');

	await page.getByRole('link', { name: '没报名的，现场登记' }).click();
	await expect(page.getByRole('button', { name: '登记，请进' })).toBeInViewport();
	await walkIn(page, 1);
	await expect(said(page), 'before the start the line goes first').toHaveText('还没有名额，排在候补第 2 位');

	await cadre.goto(`/desk/events/${event}/slots`);
	await cadre.locator('details summary').first().click();
	await fillSpan(cadre, spanFrom(-5));
	await cadre.locator('[name=reason]').first().fill('提前开始');
	await cadre.getByRole('button', { name: '保存', exact: false }).first().click();
	await cadre.waitForLoadState();

	await page.goto(`/door/${event}`);
	await walkIn(page, 1);
	await expect(said(page)).toHaveText('请进 · 现场来的 1 位');
	await walkIn(page, 1);
	await expect(said(page)).toHaveText('满了，没有空位');
	await page.locator('.answer').getByRole('link', { name: '现在就放号' }).click();
	await page.getByRole('button', { name: '放 1 个号' }).click();
	await expect(said(page)).toContainText('放号了');
	await row(page, '试名丙').getByRole('button').click();
	await expect(said(page), 'two do not fit one place').toHaveText('满了，没有空位');
	await walkIn(page, 1);
	await expect(said(page)).toHaveText('请进 · 现场来的 1 位');
	await row(page, '试名乙').getByRole('button').first().click();
	await expect(said(page), 'whoever comes late may find the place gone').toHaveText('满了，没有空位');

	await cadre.goto(`/desk/events/${event}/complete`);
	await cadre.getByLabel('另外没签到的有几位').fill('3');
	await cadre.locator('main form .primary').click();
	await expect(cadre.locator('main')).toContainText('7 人（签到 4，没签到 3）');
	await page.goto(`/door/${event}`);
	await expect(page.locator('main')).toContainText('活动已经办结');
	await expect(page.getByRole('button', { name: '签到', exact: true })).toHaveCount(0);
	await Promise.all([cadre, page].map((one) => one.context().close()));
});

test('the camera reads a slip, says so, and says loudly when it was used before', async ({ browser }) => {
	test.slow();
	const cadre = await newPage(browser);
	await signIn(cadre, 'wu');
	const event = await newEvent(cadre);
	const code = await comes(browser, event, '试名丁', 2);
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-film-'));
	filmCode(join(folder, 'slip.y4m'), code);
	const filming = await chromium.launch({
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
		const page = await newPage(filming);
		const complaints: string[] = [];
		page.on('console', (entry) => entry.type() === 'error' && complaints.push(entry.text()));
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await signIn(page, 'mei');
		await page.goto(`/door/${event}`);
		expect(
			asked.filter((url) => url.includes('.wasm')),
			'the scanner waits until it is wanted'
		).toEqual([]);
		await page.getByRole('button', { name: '用摄像头扫码' }).click();
		await expect(said(page)).toHaveText('请进 · 试名丁 2 位', { timeout: 20_000 });
		await expect(count(page)).toContainText('来了 2 ／ 2');
		const own = new URL(page.url()).origin;
		expect(asked.filter((url) => url.includes('.wasm'))).toHaveLength(1);
		expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual(
			[]
		);

		await page.waitForTimeout(1500);
		await expect(said(page), 'a slip held still counts once').toHaveText('请进 · 试名丁 2 位');
		await page.getByRole('button', { name: '关摄像头' }).click();
		await page.waitForTimeout(3000);
		await page.getByRole('button', { name: '用摄像头扫码' }).click();
		await expect(said(page)).toHaveText(/^已经签过到了 · \d\d:\d\d$/, { timeout: 20_000 });
		await expect(page.locator('.answer')).toContainText('试名丁，2 位');

		await cadre.goto(`/door/${event}`);
		await walkIn(cadre, 1);
		await expect(said(cadre)).toHaveText('请进 · 现场来的 1 位');
		await expect(count(page), 'the count follows by itself').toContainText('来了 3 ／ 3', { timeout: 15_000 });

		await page.getByRole('button', { name: '关摄像头' }).click();
		await page.context().setOffline(true);
		await walkIn(page, 1);
		await expect(said(page)).toHaveText('没有连上，没登上');
		await page.context().setOffline(false);
		await walkIn(page, 1);
		await expect(said(page)).toHaveText('请进 · 现场来的 1 位');
		expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED') && !text.includes('409'))).toEqual(
			[]
		);
	} finally {
		await filming.close();
		rmSync(folder, { recursive: true, force: true });
		await cadre.context().close();
	}
});

test('only the door may run the scanner and use the camera', async ({ page }) => {
	await signIn(page, 'wu');
	const event = await newEvent(page);
	const headersOf = async (path: string) => (await page.request.get(path)).headers();
	const door = await headersOf(`/door/${event}`);
	expect(door['content-security-policy']).toContain("'wasm-unsafe-eval'");
	expect(door['content-security-policy']).not.toContain("'unsafe-inline'");
	expect(door['permissions-policy']).toContain('camera=(self)');
	for (const path of ['/', `/events/${event}`, '/slip', '/door', '/schedule', '/desk', `/desk/events/${event}`]) {
		const other = await headersOf(path);
		expect(other['content-security-policy'], path).not.toMatch(/wasm|unsafe/);
		expect(other['permissions-policy'], path).toContain('camera=()');
		expect(await (await page.request.get(path)).text(), path).not.toContain('<script');
	}
});

test('the door is for those who may work it, has large targets, and fits a small phone in both views', async ({
	page
}) => {
	test.slow();
	await page.goto('/door');
	await expect(page).toHaveURL(/\/sign-in/);
	await signIn(page, 'wu');
	const event = await newEvent(page);
	await comes(page.context().browser()!, event, '试名戊', 3);
	for (const view of ['normal', 'elder']) {
		await page.context().addCookies([{ name: 'view', value: view, url: page.url() }]);
		for (const path of ['/door', `/door/${event}`, `/door/${event}?q=没有`]) {
			await page.goto(path);
			const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(wider, `${view} ${path}: nothing sticks out`).toBeLessThanOrEqual(0);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
		}
		await page.goto(`/door/${event}`);
		for (const button of await page.locator('main button:visible').all()) {
			const box = await button.boundingBox();
			expect(Math.min(box!.width, box!.height), await button.innerText()).toBeGreaterThanOrEqual(60);
		}
	}
});
