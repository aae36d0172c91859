import { test } from 'vitest';
import { expect } from './expect';
import { newPage } from './visit';

test('the first page is in Chinese and ships no script', async () => {
	const page = newPage();
	await page.goto('/');
	expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	expect(page.locator('h1')).toHaveCount(1);
	expect(page.locator('script')).toHaveCount(0);
	expect(page.locator('link[rel=modulepreload]')).toHaveCount(0);
});

test('the first page carries the security headers', async () => {
	const visitor = newPage().session;
	const headers = (await visitor.get('/')).headers;
	expect(headers.get('content-security-policy')).toContain("default-src 'self'");
	expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('x-powered-by')).toBeNull();
});

test('a page that runs no script has no data to fetch: its load may know more than it prints', async () => {
	const visitor = newPage().session;
	const pages = ['/', '/trends', '/trends/figures/banquets-held', '/trends/villages', '/events', '/pledge', '/nothing'];
	for (const path of pages) {
		const address = path === '/' ? '/__data.json' : `${path}/__data.json`;
		const answer = await visitor.get(`${address}?year=2024`);
		expect(answer.status, address).toBe(404);
		expect(answer.text(), address).not.toContain('records');
	}
});

test('a form sent from another site is refused', async () => {
	const visitor = newPage().session;
	const answer = await visitor.post('/', { name: 'x' }, { headers: { origin: 'http://elsewhere.example' } });
	expect(answer.status).toBe(403);
});

test('what is no form, or names no action, is refused and is no fault', async () => {
	const visitor = newPage().session;
	const text = { body: 'phone=1', type: 'text/plain' };
	const broken = { body: '--x\r\nnonsense', type: 'multipart/form-data; boundary=y' };
	for (const { body, type } of [text, broken]) {
		for (const path of ['/slip', '/sign-in', '/pledge', '/preferences', '/people/forget'])
			expect((await visitor.post(path, body, { headers: { 'content-type': type } })).status, path).toBe(400);
	}
	for (const path of ['/slip?/default', '/slip?/nothing'])
		expect((await visitor.post(path, { a: '1' })).status, path).toBe(404);
	const json = { headers: { 'content-type': 'application/json' } };
	expect((await visitor.post('/slip', JSON.stringify({ a: 1 }), json)).status).toBe(415);
});

test('a form that is too large is refused with a short text', async () => {
	const answer = await newPage().session.post('/', { name: 'x'.repeat(300_000) });
	expect(answer.status).toBe(413);
	expect(answer.text()).toContain('256 KB');
});
