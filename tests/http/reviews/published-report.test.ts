import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';
import { budget, weigh } from '../weigh';

for (const [lang, view] of [
	['zh-CN', 'normal'],
	['zh-CN', 'elder'],
	['en', 'normal']
] as const) {
	test(`a published review is read without script and within the budget on a phone: ${lang}, ${view}`, async () => {
		const page = newPage();
		page.session.cookies.set('lang', lang).set('view', view);
		await page.goto('/reports/2024');
		expect(page.locator('.review h1')).toHaveCount(1);
		expect(page.locator('.review')).toContainText('劝停“无事酒”17起');
		expect(page.locator('script')).toHaveCount(0);
		expect(await weigh(page)).toBeLessThanOrEqual(budget);
		expect((await page.goto('/reports/2023')).status).toBe(404);
		expect((await page.goto('/reports/abc')).status).toBe(404);
	});
}
