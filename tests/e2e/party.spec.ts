import { expect, test, type Page } from '@playwright/test';
import { budget, weigh } from './weigh';

const lecture = '健康讲座：冬天咳嗽要注意啥';
let phones = 0;
const newPhone = () => `139${String(Date.now()).slice(-6)}${String(++phones).padStart(2, '0')}`;

async function openForm(page: Page) {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: new RegExp(lecture) }).click();
	await page.getByRole('link', { name: /^报名/ }).first().click();
}

async function fill(page: Page, phone: string, people = 3) {
	await page.getByLabel('姓名').fill('试名老人');
	await page.getByLabel('电话').fill(phone);
	await page.getByLabel('三星村').check();
	await page.getByLabel(`${people} 位`).check();
}

const send = (page: Page) => page.getByRole('button', { name: /确认报名|排进候补/ }).click();

test.use({ javaScriptEnabled: false });

test('a neighbour signs an elder up with names; who did it stands on the slip, masked', async ({ page }) => {
	await openForm(page);
	await fill(page, newPhone());
	await page.getByText('写同来的人').click();
	await page.getByLabel('同来的人').fill('试名乙、试名丙');
	await page.getByLabel('您怎么称呼').fill('邻居甲');
	await page.getByLabel('您的手机').fill('136 0000 1111');
	await send(page);
	await expect(page.locator('.slip')).toContainText('试*乙、试*丙');
	await expect(page.locator('.slip')).toContainText('邻*甲');
	await expect(page.locator('.slip')).not.toContainText('1111');
});

test('more names than people, and a number without a name, are said on their fields', async ({ page }) => {
	await openForm(page);
	await fill(page, newPhone(), 1);
	await page.getByText('写同来的人').click();
	await page.getByLabel('同来的人').fill('试名乙');
	await page.getByLabel('您的手机').fill('13600001111');
	await page.getByLabel('邮箱').fill('不是邮箱');
	await send(page);
	await expect(page.locator('#companions-error')).toContainText('比人数还多');
	await expect(page.locator('#helperName-error')).toContainText('怎么称呼');
	await expect(page.locator('#email-error')).toContainText('邮箱');
	await expect(page.getByLabel('同来的人')).toHaveValue('试名乙');
});

test('this device offers the same people again, and forgets them when told to', async ({ page, browser }) => {
	const phone = newPhone();
	await openForm(page);
	await expect(page.getByText('还是给他们报吗')).toHaveCount(0);
	await fill(page, phone, 2);
	await page.getByText('写同来的人').click();
	await page.getByLabel('同来的人').fill('试名乙');
	await send(page);
	await openForm(page);
	await page.getByRole('link', { name: '试**人 等 2 位' }).click();
	await expect(page.getByLabel('姓名')).toHaveValue('试名老人');
	await expect(page.getByLabel('电话')).toHaveValue(phone);
	await expect(page.getByLabel('同来的人')).toHaveValue('试名乙');
	await expect(page.getByLabel('2 位')).toBeChecked();

	const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
	await openForm(other);
	await expect(other.getByText('还是给他们报吗'), 'another device knows nobody').toHaveCount(0);
	await other.context().close();

	await page.getByRole('button', { name: '清掉这些' }).click();
	await expect(page.getByText('还是给他们报吗')).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(lecture);
});

test('the address in the QR code opens the slip on a phone that knows nothing; a changed one opens nothing', async ({
	page,
	browser,
	request
}) => {
	await openForm(page);
	await fill(page, newPhone());
	await send(page);
	await expect(page.locator('.slip svg.qr')).toBeVisible();
	const token = await page.getByRole('link', { name: '凭条链接' }).getAttribute('href');

	const other = await (await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })).newPage();
	await other.goto(new URL(token!, page.url()).href);
	await expect(other).toHaveURL(page.url());
	await expect(other.locator('.stamp')).toHaveText('已确认');
	await other.context().close();
	const last = token!.at(-1) === 'A' ? 'B' : 'A';
	expect((await request.get(`${token!.slice(0, -1)}${last}`)).status()).toBe(404);
	expect((await request.get('/s/nonsense')).status()).toBe(404);
});

test('who waits reads the rule of the waitlist, and that some may go first', async ({ page }) => {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /急救培训/ }).click();
	await page.getByRole('link', { name: /14:00—15:30/ }).click();
	await fill(page, newPhone());
	await page.getByLabel('有几位先去几位').check();
	await send(page);
	await expect(page.locator('main')).toContainText('严格按报名先后');
	await expect(page.locator('main')).toContainText('您选了有几位先去几位');
	expect((await page.content()).length, 'slip with its QR code').toBeLessThan(14 * 1024);
});

test('going back and sending the form again with another number of people changes nothing, and says so', async ({
	page
}) => {
	await openForm(page);
	const form = page.url();
	await fill(page, newPhone(), 2);
	const sent = Object.fromEntries(
		await page
			.locator('main form[method=post] [name]')
			.evaluateAll((fields) =>
				(fields as HTMLInputElement[])
					.filter((field) => !/radio|checkbox/.test(field.type) || field.checked)
					.map((field) => [field.name, field.value])
			)
	);
	await send(page);
	await expect(page.locator('.slip')).toContainText('2 位');
	const slip = page.url();
	const again = await page.request.post(form, {
		form: { ...sent, partySize: '5' },
		headers: { accept: 'text/html', origin: new URL(form).origin }
	});
	expect(again.status()).toBe(409);
	expect(await again.text()).toContain('刚才已经报上了');
	await page.goto(slip);
	await expect(page.locator('.slip')).toContainText('2 位');
});

test('two tabs with the same telephone make one sign-up', async ({ page, context }) => {
	const phone = newPhone();
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await openForm(tab);
		await fill(tab, phone);
	}
	await send(page);
	await expect(page.locator('.stamp')).toHaveText('已确认');
	await send(other);
	await expect(other.getByRole('alert')).toContainText('已经报过');
});

test('event, form and slip ship no script, fit in 14 KB each and do not scroll sideways at 320 px', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await openForm(page);
	const form = page.url();
	await fill(page, newPhone());
	await send(page);
	for (const path of [page.url(), form, form.replace(/\/sign-up.*/, '')]) {
		await page.goto(path);
		await expect(page.locator('script')).toHaveCount(0);
		expect(await weigh(page), path).toBeLessThanOrEqual(budget);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	}
});
