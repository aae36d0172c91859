import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone } from '../visit';

/** Signs a party up for the demo's 老人集体生日宴, which asks three things. Out: the address of the slip. */
async function signUp(page: Page, partySize: number): Promise<string> {
	await page.goto('/events?kind=birthday-banquet');
	await page
		.locator('main .rows')
		.getByRole('link', { name: /老人集体生日宴/ })
		.first()
		.click();
	await page.locator('a[href*="sign-up"]').first().click();
	page.locator('[name=name]').fill('试名戊');
	page.locator('[name=phone]').fill(newPhone());
	page.locator(`[name=partySize][value="${partySize}"]`).check();
	page.locator('[name=villageId]').first().check();
	await page.locator('main form button.primary').click();
	expect(page).toHaveURL(/\/slip\/[0-9a-f-]{36}/);
	return page.url().replace(/(\/slip\/[0-9a-f-]{36}).*/, '$1');
}

const person = (page: Page, at: number) => page.locator('main form section').nth(at - 1);
const lift = (page: Page, at: number) => person(page, at).getByRole('group', { name: /派车接送/ });
const submit = (page: Page) => page.getByRole('button', { name: '答好了' }).click();

test('a party of three is asked each, wrong input stays on its field, and answers may be changed', async () => {
	const page = newPage();
	const slip = await signUp(page, 3);
	await page.goto(`${slip}/questions`);
	expect(page.locator('main form section')).toHaveCount(3);
	expect(person(page, 1)).toContainText('试*戊');
	lift(page, 1).getByLabel('是').check();
	lift(page, 2).getByLabel('否').check();
	person(page, 2).getByLabel('想和谁坐一桌？').fill('和舅舅');
	await submit(page);
	expect(page.getByRole('alert')).toContainText('第 3 位 要不要派车接送？ 这一问请答一下');
	expect(lift(page, 3), 'the third was forgotten').toContainText('请答一下');
	expect(lift(page, 1).getByLabel('是')).toBeChecked();
	expect(person(page, 2).getByLabel('想和谁坐一桌？')).toHaveValue('和舅舅');
	lift(page, 3).getByLabel('否').check();
	await submit(page);
	expect(page).toHaveURL(slip);

	await page.goto(`${slip}/questions`);
	expect(lift(page, 2).getByLabel('否')).toBeChecked();
	expect(person(page, 2).getByLabel('想和谁坐一桌？')).toHaveValue('和舅舅');
	lift(page, 2).getByLabel('是').check();
	await submit(page);
	await page.goto(`${slip}/questions`);
	expect(lift(page, 2).getByLabel('是')).toBeChecked();
});

test('the questions open for the holder of the slip alone', async () => {
	const page = newPage();
	const slip = await signUp(page, 1);
	const other = newPage();
	await other.goto(`${slip}/questions`);
	expect(other).toHaveURL(/\/slip$/);
	const form = { id: '00000000-0000-7000-8000-000000000abc' };
	const posted = await other.session.post(`${slip}/questions`, form, { follow: false });
	expect(posted.headers.get('location')).toBe('/slip');
});

test('a sign-up for an event without questions goes straight to the slip', async () => {
	const page = newPage();
	await page.goto('/events?kind=performance');
	await page.locator('main .rows a').first().click();
	await page.locator('a[href*="sign-up"]').first().click();
	page.locator('[name=name]').fill('试名戊');
	page.locator('[name=phone]').fill(newPhone());
	page.locator('[name=villageId]').first().check();
	await page.locator('main form button.primary').click();
	expect(page).toHaveURL(/\/slip\/[0-9a-f-]{36}$/);
	const slip = page.url();
	await page.goto(`${slip}/questions`);
	expect(page).toHaveURL(slip);
});

for (const lang of ['zh-CN', 'en']) {
	test(`the questions speak the reader’s language and ship no script (${lang})`, async () => {
		const page = newPage();
		page.session.cookies.set('lang', lang).set('view', 'elder');
		const slip = await signUp(page, 6);
		await page.goto(`${slip}/questions`);
		expect(page.locator('html')).toHaveAttribute('lang', lang);
		expect(page.locator('script')).toHaveCount(0);
	});
}

test('the privacy page says after how many days names go', async () => {
	const page = newPage();
	await page.goto('/privacy');
	expect(page.locator('main')).toContainText('180 天后自动清除');
});
