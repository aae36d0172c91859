import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone } from '../visit';
import { budget, weigh } from '../weigh';

const lecture = '健康讲座：冬天咳嗽要注意啥';

async function openForm(page: Page) {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: new RegExp(lecture) }).click();
	await page.getByRole('link', { name: /^报名/ }).first().click();
}

function fill(page: Page, phone: string, people = 3) {
	page.getByLabel('姓名').fill('试名老人');
	page.getByLabel('电话').fill(phone);
	page.getByLabel('三星村').check();
	page.getByLabel(`${people} 位`).check();
}

const send = (page: Page) => page.getByRole('button', { name: /确认报名|排进候补/ }).click();

test('a neighbour signs an elder up with names; who did it stands on the slip, masked', async () => {
	const page = newPage();
	await openForm(page);
	fill(page, newPhone());
	await page.getByText('写同来的人').click();
	page.getByLabel('同来的人').fill('试名乙、试名丙');
	page.getByLabel('您怎么称呼').fill('邻居甲');
	page.getByLabel('您的手机').fill('136 0000 1111');
	await send(page);
	expect(page.locator('.slip')).toContainText('试*乙、试*丙');
	expect(page.locator('.slip')).toContainText('邻*甲');
	expect(page.locator('.slip')).not.toContainText('1111');
});

test('more names than people, and a number without a name, are said on their fields', async () => {
	const page = newPage();
	await openForm(page);
	fill(page, newPhone(), 1);
	await page.getByText('写同来的人').click();
	page.getByLabel('同来的人').fill('试名乙');
	page.getByLabel('您的手机').fill('13600001111');
	page.getByLabel('邮箱').fill('不是邮箱');
	await send(page);
	expect(page.locator('#companions-error')).toContainText('比人数还多');
	expect(page.locator('#helperName-error')).toContainText('怎么称呼');
	expect(page.locator('#email-error')).toContainText('邮箱');
	expect(page.getByLabel('同来的人')).toHaveValue('试名乙');
});

test('this device offers the same people again, and forgets them when told to', async () => {
	const page = newPage();
	const phone = newPhone();
	await openForm(page);
	expect(page.getByText('还是给他们报吗')).toHaveCount(0);
	fill(page, phone, 2);
	await page.getByText('写同来的人').click();
	page.getByLabel('同来的人').fill('试名乙');
	await send(page);
	await openForm(page);
	await page.getByRole('link', { name: '试**人 等 2 位' }).click();
	expect(page.getByLabel('姓名')).toHaveValue('试名老人');
	expect(page.getByLabel('电话')).toHaveValue(phone);
	expect(page.getByLabel('同来的人')).toHaveValue('试名乙');
	expect(page.getByLabel('2 位')).toBeChecked();

	const other = newPage();
	await openForm(other);
	expect(other.getByText('还是给他们报吗'), 'another device knows nobody').toHaveCount(0);

	await page.getByRole('button', { name: '清掉这些' }).click();
	expect(page.getByText('还是给他们报吗')).toHaveCount(0);
	expect(page.getByRole('heading', { level: 1 })).toContainText(lecture);
});

test('the address in the QR code opens the slip on a phone that knows nothing; a changed one opens nothing', async () => {
	const page = newPage();
	const visitor = newPage().session;
	await openForm(page);
	fill(page, newPhone());
	await send(page);
	expect(page.locator('.slip svg.qr')).toBeVisible();
	const token = page.getByRole('link', { name: '凭条链接' }).getAttribute('href');

	const other = newPage();
	await other.goto(new URL(token!, page.url()).href);
	expect(other).toHaveURL(page.url());
	expect(other.locator('.stamp')).toHaveText('已确认');
	const last = token!.at(-1) === 'A' ? 'B' : 'A';
	expect((await visitor.get(`${token!.slice(0, -1)}${last}`)).status).toBe(404);
	expect((await visitor.get('/s/nonsense')).status).toBe(404);
});

test('who waits reads the rule of the waitlist, and that some may go first', async () => {
	const page = newPage();
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /急救培训/ }).click();
	await page.getByRole('link', { name: /14:00—15:30/ }).click();
	fill(page, newPhone());
	page.getByLabel('有几位先去几位').check();
	await send(page);
	expect(page.locator('main')).toContainText('严格按报名先后');
	expect(page.locator('main')).toContainText('您选了有几位先去几位');
	expect(page.content().length, 'slip with its QR code').toBeLessThan(14 * 1024);
});

test('going back and sending the form again with another number of people changes nothing, and says so', async () => {
	const page = newPage();
	await openForm(page);
	const form = page.url();
	fill(page, newPhone(), 2);
	const sent = page.getByRole('button', { name: '确认报名' }).fields();
	await send(page);
	expect(page.locator('.slip')).toContainText('2 位');
	const slip = page.url();
	const again = await page.session.post(form, { ...sent, partySize: '5' });
	expect(again.status).toBe(409);
	expect(again.text()).toContain('刚才已经报上了');
	await page.goto(slip);
	expect(page.locator('.slip')).toContainText('2 位');
});

test('two tabs with the same telephone make one sign-up', async () => {
	const page = newPage();
	const phone = newPhone();
	const other = page.tab();
	for (const tab of [page, other]) {
		await openForm(tab);
		fill(tab, phone);
	}
	await send(page);
	expect(page.locator('.stamp')).toHaveText('已确认');
	await send(other);
	expect(other.getByRole('alert')).toContainText('已经报过');
});

test('event, form and slip ship no script and fit in 14 KB each', async () => {
	const page = newPage();
	await openForm(page);
	const form = page.url();
	fill(page, newPhone());
	await send(page);
	for (const path of [page.url(), form, form.replace(/\/sign-up.*/, '')]) {
		await page.goto(path);
		expect(page.locator('script')).toHaveCount(0);
		expect(await weigh(page), path).toBeLessThanOrEqual(budget);
	}
});
