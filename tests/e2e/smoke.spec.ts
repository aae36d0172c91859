import { expect, test } from '@playwright/test';

test('the first page is in Chinese and ships no script', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(page.locator('h1')).toHaveCount(1);
	await expect(page.locator('script')).toHaveCount(0);
	await expect(page.locator('link[rel=modulepreload]')).toHaveCount(0);
});

test('the first page carries the security headers', async ({ request }) => {
	const headers = (await request.get('/')).headers();
	expect(headers['content-security-policy']).toContain("default-src 'self'");
	expect(headers['content-security-policy']).not.toContain('unsafe-inline');
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['x-powered-by']).toBeUndefined();
});

test('a page that runs no script has no data to fetch: its load may know more than it prints', async ({ request }) => {
	const pages = ['/', '/trends', '/trends/figures/banquets-held', '/trends/villages', '/events', '/pledge', '/nothing'];
	for (const path of pages) {
		const address = path === '/' ? '/__data.json' : `${path}/__data.json`;
		const answer = await request.get(`${address}?year=2024`);
		expect(answer.status(), address).toBe(404);
		expect(await answer.text(), address).not.toContain('records');
	}
});

test('a form sent from another site is refused', async ({ request }) => {
	const answer = await request.post('/', { headers: { origin: 'http://elsewhere.example' }, form: { name: 'x' } });
	expect(answer.status()).toBe(403);
});

test('what is no form, or names no action, is refused and is no fault', async ({ request, baseURL }) => {
	const headers = { origin: baseURL!, accept: 'text/html' };
	const text = { data: 'phone=1', headers: { ...headers, 'content-type': 'text/plain' } };
	const broken = {
		data: '--x\r\nnonsense',
		headers: { ...headers, 'content-type': 'multipart/form-data; boundary=y' }
	};
	for (const body of [text, broken]) {
		for (const path of ['/slip', '/sign-in', '/pledge', '/preferences', '/people/forget'])
			expect((await request.post(path, body)).status(), path).toBe(400);
	}
	for (const path of ['/slip?/default', '/slip?/nothing'])
		expect((await request.post(path, { form: { a: '1' }, headers })).status(), path).toBe(404);
	expect((await request.post('/slip', { data: { a: 1 }, headers })).status()).toBe(415);
});

test('a form that is too large is refused with a short text', async ({ request, baseURL }) => {
	const answer = await request.post('/', { headers: { origin: baseURL ?? '' }, form: { name: 'x'.repeat(300_000) } });
	expect(answer.status()).toBe(413);
	expect(await answer.text()).toContain('256 KB');
});
