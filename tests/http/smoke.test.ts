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
