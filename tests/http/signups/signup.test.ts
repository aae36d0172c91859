import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone } from '../visit';
import { budget, weigh } from '../weigh';

const lecture = '健康讲座：冬天咳嗽要注意啥';
test('a villager signs up in one page and gets a slip with a code', async () => {
	const page = newPage();
	const { code } = await signUp(page, newPhone('136'));
	expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
	expect(page.locator('.stamp')).toHaveText('已确认');
	expect(page.locator('.slip')).toContainText('试*乙');
	expect(page.locator('.slip'), 'the phone is masked').toContainText(/136\*{4}\d{4}/);
});

test('the slip is found again on another phone by phone and code', async () => {
	const page = newPage();
	const phone = newPhone();
	const { code } = await signUp(page, phone);
	const address = page.url();

	const other = newPage();
	await other.goto(address);
	expect(other, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	other.getByLabel('电话').fill(phone);
	other.getByLabel('六位编号').fill(code);
	await other.getByRole('button', { name: '查询' }).click();
	expect(other).toHaveURL(address);
	expect(other.locator('.slip')).toContainText(lecture);
});

test('a wrong code is answered in words and keeps the phone that was typed', async () => {
	const page = newPage();
	await page.goto('/slip');
	page.getByLabel('电话').fill('13600000000');
	page.getByLabel('六位编号').fill('ABCDEF');
	await page.getByRole('button', { name: '查询' }).click();
	expect(page.getByRole('alert')).toContainText('对不上');
	expect(page.getByLabel('电话')).toHaveValue('13600000000');
});

test('wrong input is answered on the field, keeps what was typed and writes nothing', async () => {
	const page = newPage();
	await openForm(page, lecture);
	page.getByLabel('姓名').fill('试名乙');
	page.getByLabel('电话').fill('12345');
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.locator('#phone-error')).toContainText('电话号码好像不对');
	expect(page.locator('#villageId-error')).toContainText('哪个村');
	expect(page.getByLabel('姓名')).toHaveValue('试名乙');
	expect(page.getByLabel('电话')).toHaveValue('12345');
});

test('the same phone for the same time is told so and is not doubled', async () => {
	const page = newPage();
	const phone = newPhone();
	await signUp(page, phone);
	await openForm(page, lecture);
	fill(page, phone);
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.getByRole('alert')).toContainText('已经报过');
});

test('a double tap on the button lands once', async () => {
	const page = newPage();
	await openForm(page, lecture);
	fill(page, newPhone());
	const form = page.getByRole('button', { name: '确认报名' }).fields();
	const post = () => page.session.post(page.url(), form, { follow: false });
	const [first, second] = await Promise.all([post(), post()]);
	expect([first.status, second.status]).toEqual([303, 303]);
	expect(first.headers.get('location')).toBe(second.headers.get('location'));
});

test('the party is changed and the sign-up withdrawn on the slip', async () => {
	const page = newPage();
	await signUp(page, newPhone());
	await page.getByText('改人数').click();
	page.getByLabel('4 位').check();
	await page.getByRole('button', { name: '改好了' }).click();
	expect(page.getByRole('status')).toContainText('人数已改');
	expect(page.locator('.slip')).toContainText('4 位');
	await page.getByText('不来了，取消报名').click();
	await page.getByRole('button', { name: '确定取消报名' }).click();
	expect(page.locator('.stamp')).toHaveText('已取消');
	await page.getByRole('link', { name: '重新报名' }).click();
	expect(page.getByRole('heading', { level: 1 })).toContainText(lecture);
});

test('a full time puts the party on the waitlist and says at which position', async () => {
	const page = newPage();
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /急救培训/ }).click();
	await page.getByRole('link', { name: /14:00—15:30/ }).click();
	fill(page, newPhone());
	await page.getByRole('button', { name: '排进候补' }).click();
	expect(page.locator('.stamp')).toHaveText('候补');
	expect(page.locator('.slip')).toContainText(/候补第 \d+ 位/);
});

test('a cancelled event says so with its reason and takes no sign-up', async () => {
	const page = newPage();
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /人情账怎么算/ }).click();
	expect(page.getByRole('alert')).toContainText('宣讲员身体不适');
	expect(page.locator('a[href*="sign-up"]')).toHaveCount(0);
});

test('drafts, unknown and malformed addresses are pages that do not exist', async () => {
	const page = newPage();
	for (const path of ['/events/00000000-0000-7000-8000-000000000000', '/events/nonsense', '/slip/..%2f', '/nothing']) {
		expect((await page.goto(path)).status, path).toBe(404);
	}
	await page.goto('/events?kind=lecture');
	expect(page.getByText('乡村里的新风'), 'a draft is not announced').toHaveCount(0);
});

for (const path of ['/', '/events', '/slip', '/pledge', '/trends', '/trends/figures', '/privacy']) {
	test(`${path} ships no script and fits in 14 KB`, async () => {
		const page = newPage();
		await page.goto(path);
		expect(page.locator('script').count()).toBe(0);
		expect(await weigh(page)).toBeLessThanOrEqual(budget);
	});
}

async function openForm(page: Page, title: string): Promise<void> {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: new RegExp(title) }).click();
	await page.getByRole('link', { name: /^报名/ }).first().click();
}

function fill(page: Page, phone: string): void {
	page.getByLabel('姓名').fill('试名乙');
	page.getByLabel('电话').fill(phone);
	page.getByLabel('三星村').check();
	page.getByLabel('2 位').check();
}

async function signUp(page: Page, phone: string): Promise<{ code: string }> {
	await openForm(page, lecture);
	fill(page, phone);
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.locator('.slip')).toBeVisible();
	return { code: page.locator('.slip .code').innerText().replace(/\s/g, '') };
}
