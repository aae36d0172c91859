import { expect, test } from '@playwright/test';
import { open } from './browsers';
import { comes, newEvent } from './door-parties';
import { fitsItsWidth, pleasesAxe } from './sound';

test('the door has large targets, and fits a small phone in both views', async ({ browser }) => {
	test.slow();
	const event = await newEvent();
	await comes(event, '试名戊', 3);
	for (const view of ['normal', 'elder'] as const) {
		const page = await open(browser, { as: 'wu', view });
		for (const path of ['/door', `/door/${event}`, `/door/${event}?q=没有`]) {
			await page.goto(path);
			await fitsItsWidth(page, `${view} ${path}`);
			await pleasesAxe(page, `${view} ${path}`);
		}
		await page.goto(`/door/${event}`);
		for (const button of await page.locator('main button:visible').all()) {
			const box = await button.boundingBox();
			expect(Math.min(box!.width, box!.height), await button.innerText()).toBeGreaterThanOrEqual(60);
		}
		await page.context().close();
	}
});
