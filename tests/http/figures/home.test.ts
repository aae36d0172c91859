import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';

test('the home page tells what is on, how many banquets were held, and where to go', async () => {
	const page = newPage();
	await page.goto('/');
	expect(page.locator('ul.rows > li')).toHaveCount(4);
	expect(page.locator('main')).toContainText('按办宴当天算');
	for (const address of ['/pledge', '/declare', '/slip', '/household', '/trends']) {
		expect(page.locator(`main a[href="${address}"]`)).toHaveCount(1);
	}
	const links = page
		.locator('a[href^="/"]')
		.all()
		.map((one) => one.getAttribute('href')!);
	for (const link of new Set(links)) expect((await page.session.get(link)).status, link).toBe(200);
	expect(page.locator('main a[href^="tel:"]')).toHaveCount(1);
});
