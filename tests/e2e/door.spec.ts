import { chromium, expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dateOf, timeOf } from '../../src/lib/domain/calendar/calendar';
import { newTitle, publishEvent, signUpFor } from '../http/acts';
import { Page as Form } from '../http/page';
import { Session } from '../http/session';
import { open, sessionOf } from './browsers';
import { filmCode } from './camera-film';
import { fitsItsWidth, pleasesAxe } from './sound';

const minute = 60_000;
let nth = 0;

/** A day and span of the town that begins so many minutes from now; one that would run into midnight begins after it. */
function spanFrom(minutes: number): [string, string, string] {
	const startsAt = Date.now() + minutes * minute;
	const [on, from] = [dateOf(startsAt), timeOf(startsAt)];
	return from > '23:50' ? [addDays(on, 1), '00:10', '02:00'] : [on, from, '23:59'];
}

/** An event of the town that begins within the hour, with four places; out: its id. */
async function newEvent(): Promise<string> {
	const wu = new Form(await sessionOf('wu'));
	const path = await publishEvent(wu, { title: newTitle('试签到'), span: spanFrom(50), capacity: 4 });
	return path.split('/').at(-1)!;
}

/** A party signs up; out: the code of their slip. */
async function comes(event: string, name: string, partySize: number): Promise<string> {
	const villager = new Form(new Session(process.env.XINFENG_URL!));
	const phone = `136${String(Date.now()).slice(-6)}${String(++nth).padStart(2, '0')}`;
	await signUpFor(villager, `/events/${event}`, { name, phone, partySize });
	return villager.locator('.slip .code').first().innerText();
}

const said = (page: Page) => page.locator('.answer .said');
const count = (page: Page) => page.locator('.door-count');

async function walkIn(page: Page, people: number) {
	await page.getByLabel(String(people), { exact: true }).check();
	await page.getByRole('button', { name: '登记，请进' }).click();
}

test('the camera reads a slip, says so, and says loudly when it was used before', async ({ browser }) => {
	test.slow();
	const cadre = await open(browser, { as: 'wu' });
	const event = await newEvent();
	const code = await comes(event, '试名丁', 2);
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
		const page = await open(filming, { as: 'mei' });
		const complaints: string[] = [];
		page.on('console', (entry) => entry.type() === 'error' && complaints.push(entry.text()));
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
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

test('the door has large targets, and fits a small phone in both views', async ({ browser }) => {
	test.slow();
	const event = await newEvent();
	await comes(event, '试名戊', 3);
	for (const view of ['normal', 'elder'] as const) {
		const page = await open(browser, { as: 'wu', view });
		for (const path of ['/door', `/door/${event}`, `/door/${event}?q=没有`]) {
			await page.goto(path);
			await fitsItsWidth(page, `${view} ${path}`);
			await pleasesAxe(page, `${view} ${path}`);
		}
		await page.goto(`/door/${event}`);
		for (const button of await page.locator('main button:visible').all()) {
			const box = await button.boundingBox();
			expect(Math.min(box!.width, box!.height), await button.innerText()).toBeGreaterThanOrEqual(60);
		}
		await page.context().close();
	}
});
