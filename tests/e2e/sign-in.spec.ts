import { expect, test, type Page } from '@playwright/test';

async function signIn(page: Page, username: string, password: string) {
	await page.getByLabel('用户名').fill(username);
	await page.getByLabel('密码').fill(password);
	await page.getByRole('button', { name: '登录' }).click();
}

test('a page that needs an account asks to sign in, and then opens', async ({ page }) => {
	await page.goto('/desk/banquets?year=2024');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await signIn(page, 'liu', 'xinfeng2024');
	await expect(page).toHaveURL(/\/desk\/banquets\?year=2024$/);
});

test('after signing out, the way back leads to the door', async ({ page }) => {
	await page.goto('/sign-in');
	await signIn(page, 'mei', 'xinfeng2024');
	await expect(page).toHaveURL(/\/schedule$/);
	await page.getByRole('button', { name: '退出', exact: true }).click();
	await expect(page).toHaveURL(/\/$/);
	await page.goto('/schedule');
	await expect(page).toHaveURL(/\/sign-in/);
});

test('a wrong password is answered in words that tell nothing, and the name stays typed', async ({ page }) => {
	await page.goto('/sign-in');
	await signIn(page, 'nobody-at-all', 'wrong');
	await expect(page.getByRole('alert')).toContainText('用户名或密码不对');
	await expect(page.getByLabel('用户名')).toHaveValue('nobody-at-all');
	await expect(page.getByLabel('密码')).toHaveValue('');
});

test('five wrong passwords lock the name', async ({ page }) => {
	const username = `locked${Date.now()}`;
	await page.goto('/sign-in');
	for (let i = 0; i < 5; i++) await signIn(page, username, `wrong${i}`);
	await expect(page.getByRole('alert')).toContainText('用户名或密码不对');
	await signIn(page, username, 'wrong');
	await expect(page.getByRole('alert')).toContainText('锁定');
});

test('a link cannot send somebody on to another site after signing in', async ({ page }) => {
	await page.goto('/sign-in?next=/..//evil.example/');
	await signIn(page, 'mei', 'xinfeng2024');
	await expect(page).toHaveURL(/\/schedule$/);
});

test('a volunteer is refused the desk, and a cadre the administration, with a page in words', async ({ page }) => {
	await page.goto('/sign-in');
	await signIn(page, 'mei', 'xinfeng2024');
	const answer = await page.goto('/desk');
	expect(answer?.status()).toBe(403);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页不归您的账号看');
	expect((await page.goto('/admin'))?.status()).toBe(403);
});

test('a form of the staff without a session is a 401, a form where there is none a 405', async ({
	request,
	baseURL
}) => {
	const headers = { origin: baseURL! };
	expect((await request.post('/desk/activities/new', { form: { a: '1' }, headers })).status()).toBe(401);
	expect((await request.post('/events', { form: { a: '1' }, headers })).status()).toBe(405);
	expect((await request.delete('/events', { headers })).status()).toBe(405);
	expect(
		(await request.post('/sign-in', { form: { a: '1' }, headers: { origin: 'http://evil.example' } })).status()
	).toBe(403);
});

test('the session’s cookie is kept from scripts and other sites, and staff pages from every cache', async ({
	page
}) => {
	await page.goto('/sign-in');
	await signIn(page, 'mei', 'xinfeng2024');
	const cookie = (await page.context().cookies()).find(({ name }) => name === 'session');
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
	const headers = (await page.goto('/account'))!.headers();
	expect(headers['cache-control']).toBe('private, no-store');
	expect(headers['x-frame-options']).toBe('DENY');
});

test('the switches for language and large text are remembered and return to the page', async ({ page }) => {
	await page.goto('/sign-in?next=/desk');
	await page.getByRole('button', { name: '长辈版' }).click();
	await expect(page).toHaveURL(/\/sign-in\?next=\/desk$/);
	await expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staff sign-in');
});
