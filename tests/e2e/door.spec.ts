import { expect, test, type Page } from '@playwright/test';
import { open } from './browsers';
import { openCamera } from './camera-film';
import { comes, newEvent } from './door-parties';

test('the camera reads a slip, says so, and says loudly when it was used before', async ({ browser }) => {
	test.slow();
	const cadre = await open(browser, { as: 'wu' });
	const event = await newEvent();
	const camera = await openCamera(await comes(event, '试名丁', 2));
	try {
		const page = await open(camera.browser, { as: 'mei' });
		const complaints: string[] = [];
		page.on('console', (entry) => entry.type() === 'error' && complaints.push(entry.text()));
		await readFirst(page, event);
		await readAgain(page);

		await cadre.goto(`/door/${event}`);
		await walkIn(cadre, 1);
		await expect(answerText(cadre)).toHaveText('请进 · 现场来的 1 位');
		await expect(count(page), 'the count follows by itself').toContainText('来了 3 ／ 3', { timeout: 15_000 });

		await loseTheSignal(page);
		expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED') && !text.includes('409'))).toEqual(
			[]
		);
	} finally {
		await camera.close();
		await cadre.context().close();
	}
});

const answerText = (page: Page) => page.locator('.answer .said');
const count = (page: Page) => page.locator('.door-count');

async function walkIn(page: Page, people: number): Promise<void> {
	await page.getByLabel(String(people), { exact: true }).check();
	await page.getByRole('button', { name: '登记，请进' }).click();
}

/** The scanner is loaded once it is asked for, and nothing comes from another site. */
async function readFirst(page: Page, event: string): Promise<void> {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(`/door/${event}`);
	expect(
		asked.filter((url) => url.includes('.wasm')),
		'the scanner waits until it is wanted'
	).toEqual([]);
	await page.getByRole('button', { name: '用摄像头扫码' }).click();
	await expect(answerText(page)).toHaveText('请进 · 试名丁 2 位', { timeout: 20_000 });
	await expect(count(page)).toContainText('来了 2 ／ 2');
	const own = new URL(page.url()).origin;
	expect(asked.filter((url) => url.includes('.wasm'))).toHaveLength(1);
	expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual(
		[]
	);
}

async function readAgain(page: Page): Promise<void> {
	await page.waitForTimeout(1500);
	await expect(answerText(page), 'a slip held still counts once').toHaveText('请进 · 试名丁 2 位');
	await page.getByRole('button', { name: '关摄像头' }).click();
	await page.waitForTimeout(3000);
	await page.getByRole('button', { name: '用摄像头扫码' }).click();
	await expect(answerText(page)).toHaveText(/^已经签过到了 · \d\d:\d\d$/, { timeout: 20_000 });
	await expect(page.locator('.answer')).toContainText('试名丁，2 位');
}

/** A walk-in without a signal is not recorded, and the next one is. */
async function loseTheSignal(page: Page): Promise<void> {
	await page.getByRole('button', { name: '关摄像头' }).click();
	await page.context().setOffline(true);
	await walkIn(page, 1);
	await expect(answerText(page)).toHaveText('没有连上，没登上');
	await page.context().setOffline(false);
	await walkIn(page, 1);
	await expect(answerText(page)).toHaveText('请进 · 现场来的 1 位');
}
