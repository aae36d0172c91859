import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let nth = 0;

/** Fills in a new event with one slot of `capacity` places, and saves it as a draft. */
async function draft(page: Page, { days = 30, kind = '讲座宣讲：健康讲座', capacity = '2' } = {}) {
	const title = `试活动 ${Date.now()} ${++nth}`;
	await page.goto('/desk/events/new');
	page.getByLabel('活动类型').selectOption({ label: kind });
	page.getByLabel('活动名称').fill(title);
	page.getByLabel('地点').fill('三星村文化广场');
	page.getByLabel('联系电话').fill('023-7123 4567');
	fillSpan(page, days);
	page.getByLabel('名额（人）').first().fill(capacity);
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	return { title, address: page.url() };
}

function fillSpan(page: Page, days: number, from = '09:00', to = '10:00') {
	page.getByLabel('日期').first().fill(inDays(days));
	page.getByLabel('开始').first().fill(from);
	page.getByLabel('结束').first().fill(to);
}

/** A villager signs up in a browser of their own. */
async function join(eventPath: string, partySize: number) {
	const villager = newPage();
	await villager.goto(eventPath.replace('/desk', ''));
	await villager.locator('a[href*="sign-up"]').first().click();
	villager.locator('[name=name]').fill('试名丁');
	villager.locator('[name=phone]').fill(newPhone('135'));
	villager.locator(`[name=partySize][value="${partySize}"]`).check();
	villager.locator('[name=villageId]').first().check();
	await villager.locator('main form button').first().click();
	expect(villager.locator('.slip')).toBeVisible();
}

test('a cadre drafts an event, villagers see it once it is published', async () => {
	const page = await pageOf('liu');
	const visitor = newPage().session;
	const { title, address } = await draft(page);
	const publicPath = new URL(address).pathname.replace('/desk', '');
	expect((await visitor.get(publicPath)).status, 'a draft is for the desk alone').toBe(404);
	await page.getByRole('button', { name: '发布活动' }).click();
	expect(page.getByRole('status')).toContainText('已发布');
	expect((await visitor.get(publicPath)).text()).toContain(title);
	await page.goto('/desk/events');
	expect(page.getByRole('link', { name: title })).toBeVisible();
});

test('wrong input is answered on its field, also in a slot’s row, and keeps what was typed', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/events/new');
	page.getByLabel('活动名称').fill('只写了名称');
	fillSpan(page, 30, '10:00', '09:00');
	await page.getByText('还有别的时段').click();
	page.locator('[name="slots.2.on"]').fill(inDays(31));
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page.locator('#kind-error')).toContainText('活动类型');
	expect(page.locator('#place-error')).toContainText('地点');
	expect(page.locator('[id="slots.0.endsAt-error"]')).toContainText('晚于开始');
	expect(page.locator('[id="slots.2.startsAt-error"]')).toBeVisible();
	expect(page.getByLabel('活动名称')).toHaveValue('只写了名称');
	expect(page.locator('[name="slots.0.endsAt"]')).toHaveValue('09:00');
});

test('more places move the waitlist up; fewer than are taken are refused', async () => {
	const page = await pageOf('liu');
	const { address } = await draft(page);
	await page.getByRole('button', { name: '发布活动' }).click();
	const path = new URL(address).pathname;
	await join(path, 2);
	await join(path, 2);
	await page.goto(`${path}/slots`);
	expect(page.locator('.rows')).toContainText('候补 1 批');
	await changeCapacity(page, '1');
	expect(page.getByRole('alert')).toContainText('不能少于');
	page.locator('.rows').getByLabel('名额（人）').fill('4');
	await page.getByRole('button', { name: '保存时段' }).click();
	expect(page.locator('.rows')).toContainText('4／4 人');
	expect(page.locator('.rows')).not.toContainText('候补 1 批');
});

async function changeCapacity(page: Page, capacity: string) {
	await page.locator('.rows summary').click();
	page.locator('.rows').getByLabel('名额（人）').fill(capacity);
	await page.getByRole('button', { name: '保存时段' }).click();
}

test('the list is masked until it is needed, and the printed sheet has names, phones and lines to sign', async () => {
	const page = await pageOf('liu');
	const { address } = await draft(page);
	await page.getByRole('button', { name: '发布活动' }).click();
	await join(new URL(address).pathname, 2);
	await page.goto(`${address}/list`);
	expect(page.locator('.ledger')).toContainText('试*丁');
	expect(page.locator('.ledger')).toContainText(/135\*{4}\d{4}/);
	await page.getByRole('link', { name: '显示全名和电话' }).click();
	expect(page.locator('.ledger')).toContainText('试名丁');
	await page.getByRole('link', { name: '打印签到表' }).click();
	for (const column of ['序号', '姓名', '村／组', '电话', '签名（手印）', '备注'])
		expect(page.getByRole('columnheader', { name: column })).toBeVisible();
	expect(page.locator('article')).toContainText('三星村文化广场');
	expect(page.getByRole('row').nth(1)).toContainText(/1试名丁.*135 \d{4} \d{4}共 2 人/);
	const blank = page.getByRole('row').filter({ hasNotText: /试名|姓名/ });
	expect(blank, 'lines for whoever comes unannounced').toHaveCount(8);
	for (const line of blank.all()) expect(line).toBeVisible();
});

test('an event that took place is completed with its numbers, which can be corrected', async () => {
	const page = await pageOf('liu');
	await draft(page, { days: -3, kind: '无偿献血' });
	await page.getByRole('button', { name: '发布活动' }).click();
	expect(page.getByRole('alert')).toContainText('请办结');
	await page.getByRole('link', { name: '办结', exact: true }).click();
	page.getByLabel('到场人数').fill('20');
	await page.getByRole('button', { name: '办结' }).click();
	expect(page.locator('#donors-error')).toContainText('献血人次');
	page.getByLabel('献血人次').fill('21');
	page.getByLabel('献血量').fill('6300');
	await page.getByRole('button', { name: '办结' }).click();
	expect(page.locator('#donors-error')).toContainText('不能多于');
	page.getByLabel('献血人次').fill('18');
	await page.getByRole('button', { name: '办结' }).click();
	expect(page.getByRole('status')).toContainText('已办结');
	expect(page.locator('.facts').first()).toContainText('18 人次');
	await page.getByRole('link', { name: '更正办结数' }).click();
	page.getByLabel('献血人次').fill('17');
	await page.getByRole('button', { name: '保存' }).click();
	expect(page.locator('.facts').first()).toContainText('17 人次');
});

test('a cancelled event says why, on the desk and to villagers', async () => {
	const page = await pageOf('liu');
	const visitor = newPage().session;
	const { address } = await draft(page);
	await page.getByRole('button', { name: '发布活动' }).click();
	await page.getByRole('link', { name: '取消活动' }).click();
	await page.getByRole('button', { name: '确定取消' }).click();
	expect(page.locator('#reason-error')).toContainText('原因');
	page.getByLabel('取消原因').fill('下大雨，改期');
	await page.getByRole('button', { name: '确定取消' }).click();
	expect(page.getByRole('alert')).toContainText('下大雨，改期');
	expect((await visitor.get(new URL(address).pathname.replace('/desk', ''))).text()).toContain('下大雨，改期');
});

test('another village’s cadre can neither open nor change an event; an unknown one is not found', async () => {
	const page = await pageOf('liu');
	const { address } = await draft(page);
	const other = await pageOf('he');
	for (const part of ['', '/edit', '/slots', '/shifts', '/list', '/print', '/cancel', '/complete'])
		expect((await other.goto(address + part)).status, part || 'overview').toBe(403);
	const id = '00000000-0000-7000-8000-00000000abcd';
	const forged = await other.session.post(`${address}?/publish`, { id });
	expect(forged.status).toBe(403);
	expect((await page.goto(`/desk/events/${id}`)).status).toBe(404);
	expect((await page.goto('/desk/events/nonsense')).status).toBe(404);
});
