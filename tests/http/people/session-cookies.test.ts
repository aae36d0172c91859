import { test } from 'vitest';
import { expect } from '../expect';
import { demoPassword, newPage, pageOf, signIn } from '../visit';

test('after signing out, the way back leads to the door', async () => {
	const page = newPage();
	await signIn(page, 'mei');
	expect(page).toHaveURL(/\/schedule$/);
	await page.getByRole('button', { name: '退出', exact: true }).click();
	expect(page).toHaveURL(/\/$/);
	await page.goto('/schedule');
	expect(page).toHaveURL(/\/sign-in/);
});

test('a form of the staff without a session is a 401, a form where there is none a 405', async () => {
	const visitor = newPage().session;
	expect((await visitor.post('/desk/activities/new', { a: '1' })).status).toBe(401);
	expect((await visitor.post('/events', { a: '1' })).status).toBe(405);
	expect((await visitor.get('/events', { method: 'DELETE' })).status).toBe(405);
	const headers = { origin: 'http://evil.example' };
	expect((await visitor.post('/sign-in', { a: '1' }, { headers })).status).toBe(403);
});

test('what is refused is a whole page in words, at whatever address', async () => {
	const page = newPage();
	await signIn(page, 'mei');
	const unknown = '00000000-0000-7000-8000-00000000abcd';
	for (const [path, status, words] of [
		[`/desk/events/${unknown}/list`, 403, '各村只看各村的台账'],
		['/e/99999', 404, '没有'],
		['/sign-out', 405, '点页面上的按钮来办']
	] as const) {
		expect((await page.goto(path)).status, path).toBe(status);
		expect(page.locator('main')).toContainText(words);
		const styles = page.locator('link[rel=stylesheet]').first().getAttribute('href')!;
		const sheet = await page.session.get(new URL(styles, page.url()).href);
		expect(sheet.headers.get('content-type'), path).toContain('text/css');
	}
});

test('a body that is no form is a bad request, and no fault', async () => {
	const page = await pageOf('wu');
	await page.goto('/desk/events');
	await page.locator('.ledger tbody a').first().click();
	const event = new URL(page.url()).pathname;
	const headers = { 'content-type': 'multipart/form-data' };
	for (const path of [`${event}/paper`, `${event.replace('/desk', '')}/sign-up?slot=x`])
		expect((await page.session.post(path, 'a=1', { headers })).status, path).toBe(400);
});

test('the session’s cookie is kept from scripts and other sites, and staff pages from every cache', async () => {
	const page = newPage();
	await page.goto('/sign-in');
	page.fill('[name=username]', 'mei');
	page.fill('[name=password]', demoPassword);
	const form = page.locator('main form button').first().fields();
	const entered = await page.session.post(page.url(), form, { follow: false });
	const cookie = entered.headers.getSetCookie().find((line) => line.startsWith('session='))!;
	expect(cookie).toMatch(/; HttpOnly.*; SameSite=Lax/i);
	// Twelve hours, whatever the clock of the server says.
	expect(cookie).toMatch(/; Max-Age=43200;/);
	expect(cookie).not.toMatch(/expires/i);
	const { headers } = await page.goto('/account');
	expect(headers.get('cache-control')).toBe('private, no-store');
	expect(headers.get('x-frame-options')).toBe('DENY');
});

test('the switches for language and large text are remembered and return to the page', async () => {
	const page = newPage();
	await page.goto('/sign-in?next=/desk');
	await page.getByRole('button', { name: '长辈版' }).click();
	expect(page).toHaveURL(/\/sign-in\?next=\/desk$/);
	expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
	await page.getByRole('button', { name: 'English' }).click();
	expect(page.locator('html')).toHaveAttribute('lang', 'en');
	expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
	expect(page.getByRole('heading', { level: 1 })).toHaveText('Staff sign-in');
});
