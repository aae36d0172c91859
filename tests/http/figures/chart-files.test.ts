import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';

test('a chart is a picture that stands alone, and data, in the same period', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	const months = page.locator('figure.chart').first();
	await months.locator('summary').click();
	await months.getByRole('link', { name: '单独看这张图，存图片或数据' }).click();
	const links = page.locator('main .actions a');
	const picture = await page.session.get(links.nth(0).getAttribute('href')!);
	expect(picture.headers.get('content-disposition')).toBe('attachment; filename="held-by-month-2024-01-2024-12.svg"');
	expect(picture.text()).toMatch(/^<svg [^]*每个月办宴多少场[^]*春节[^]*来源：太平场镇[^]*<\/svg>$/);
	const data = (await page.session.get(links.nth(1).getAttribute('href')!)).text();
	expect(data.charCodeAt(0)).toBe(0xfeff);
	expect(data).toContain('起始月份,截止月份,2023年,2024年');
	expect(data).toContain('2024-01,2024-01,62,20');
	expect((await page.goto('/trends/charts/nothing')).status).toBe(404);
});
