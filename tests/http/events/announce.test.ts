import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, pageOf } from '../visit';
import { draftTalk, publish, morning } from './village-talk';

test('the kit of an event: script, text, poster with its code, short address and calendar file', async () => {
	const page = await pageOf('liu');
	const visitor = newPage().session;
	const description = '老人和带娃的都可以来。自带水杯。';
	const { path } = await draftTalk(page, { ...morning, description });
	await page.goto(`${path}/kit`);
	expect(page.getByRole('alert')).toContainText('还没有发布');
	const short = new URL(page.locator('.address .typed').textContent());
	expect((await visitor.get(short.pathname)).status, 'a draft has no public address').toBe(404);
	await page.goto(path);
	await publish(page);
	await page.getByRole('link', { name: '宣传材料' }).first().click();
	expect(page.getByLabel('广播稿')).toHaveValue(
		/各位乡亲.*农历.*上午9点半到11点.*零二三，七幺二三，四五六七.*再说一遍/s
	);
	expect(page.getByLabel('短信、微信文字')).toHaveValue(new RegExp(`${short.href} `));
	expect((await visitor.get(short.pathname)).url).toContain(path.replace('/desk', ''));
	const file = await visitor.get(`${path.replace('/desk', '')}/event.ics`);
	expect(file.text()).toContain('BEGIN:VEVENT');
	await page.getByRole('link', { name: '打开海报' }).click();
	expect(page.locator('.poster')).toContainText('农历');
	expect(page.locator('.poster')).toContainText(short.host + short.pathname);
	expect(page.locator('.poster .qr')).toBeVisible();
});

test('kit, poster, repeat and copy have one heading, ship no script and are closed to others', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page, morning);
	const parts = ['/kit', '/poster', '/repeat', '/repeat?rule=weekly&every=1&times=3', '/copy'];
	for (const lang of ['zh-CN', 'en']) {
		page.session.cookies.set('lang', lang);
		for (const part of parts) {
			await page.goto(path + part);
			expect(page.locator('script'), part).toHaveCount(0);
			expect(page.locator('h1'), part).toHaveCount(1);
		}
	}
	const other = await pageOf('he');
	for (const part of parts) expect((await other.goto(path + part)).status, part).toBe(403);
});
