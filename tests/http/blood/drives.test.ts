import { test } from 'vitest';
import { inDays } from '../acts';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('a cadre takes the list for the station, mends a result of a past drive, and the numbers follow', async () => {
	const page = await pageOf('wu');
	await page.goto('/desk/events?kind=blood-drive');
	await page.locator('.ledger tbody a').first().click();
	expect(page.locator('main')).toContainText(/\d+ 人同意把名单交给血站/);
	const list = await page.getByRole('button', { name: '交血站名单（Excel）' }).download();
	expect(list.status).toBe(200);
	expect(list.headers.get('content-type')).toContain('spreadsheetml');
	expect(list.body.subarray(0, 2).toString()).toBe('PK');
	await page.goto(`${page.url()}/donations`);
	expect(page.locator('main')).toContainText('开始以后才能登记');

	await page.goto('/desk/events?view=past&kind=blood-drive');
	await page.locator('.ledger tbody a').last().click();
	const drive = page.url();
	await page.getByRole('link', { name: '登记献血结果' }).click();
	const donors = () => Number(/献成 (\d+) 人次/.exec(page.locator('main').innerText())![1]);
	const before = donors();
	const deferred = page.locator('tr', { has: page.locator('select option[value="deferred"][selected]') }).first();
	deferred.locator('select').selectOption('repeat/whole-blood/300');
	await page.getByRole('button', { name: '保存结果' }).click();
	expect(page.getByRole('status')).toContainText('已保存');
	expect(donors()).toBe(before + 1);
	await page.goto(drive);
	expect(page.locator('.facts').first()).toContainText(`${before + 1} 人次`);

	const other = await pageOf('he');
	expect((await other.session.get(`${drive}/donations`)).status).toBe(403);
	expect((await other.session.post(`${drive}/handover.xlsx`, {})).status).toBe(403);
	expect((await other.session.get('/admin/donation-standards')).status).toBe(403);
});

test('a drive is laid out in quarter-hours in one act', async () => {
	const page = await pageOf('wu');
	await page.goto('/desk/events/new');
	page.locator('[name=kind]').selectOption('blood-drive');
	page.locator('[name=title]').fill('试排时段的献血');
	page.locator('[name=place]').fill('集镇文化广场');
	page.locator('[name=contactPhone]').fill('023-7123 4567');
	page.locator('[name="slots.0.on"]').fill(inDays(400));
	page.locator('[name="slots.0.startsAt"]').fill('09:00');
	page.locator('[name="slots.0.endsAt"]').fill('11:00');
	await page.getByRole('button', { name: '存为草稿' }).click();
	await page.goto(`${page.url()}/slots`);
	page.locator('#layout-beds').fill('3');
	page.locator('#layout-endsAt').fill('10:10');
	await page.getByRole('button', { name: '排好时段' }).click();
	expect(page.getByRole('alert')).toContainText('整刻钟');
	page.locator('#layout-endsAt').fill('11:00');
	await page.getByRole('button', { name: '排好时段' }).click();
	expect(page.locator('main .rows > li')).toHaveCount(8);
});
