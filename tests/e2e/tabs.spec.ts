import { expect, test } from '@playwright/test';

test('six tabs on a narrow phone in the large view stand in even rows, none cut off or on another', async ({
	page
}) => {
	await page.context().addCookies([{ name: 'view', value: 'elder', url: process.env.XINFENG_URL! }]);
	await page.goto('/trends?year=2024');
	const tabs = page.getByRole('navigation', { name: '看哪一方面' });
	await tabs.locator('ul').evaluate((list) => {
		for (const label of ['无偿献血', '健康讲座', '老人生日', '基层治理']) {
			if (list.children.length >= 6) break;
			const tab = list.lastElementChild!.cloneNode(true) as HTMLElement;
			tab.querySelector('a')!.textContent = label;
			list.append(tab);
		}
	});
	const boxes = await tabs.locator('a').evaluateAll((links) =>
		links.map((link) => {
			const { left, right, top, height } = link.getBoundingClientRect();
			return { left, right, top, height, isCut: link.scrollWidth > link.clientWidth };
		})
	);
	expect(boxes.length).toBeGreaterThanOrEqual(6);
	for (const { left, right, height, isCut } of boxes) {
		expect(left).toBeGreaterThanOrEqual(0);
		expect(right).toBeLessThanOrEqual(360);
		expect(height).toBeGreaterThanOrEqual(60);
		expect(isCut).toBe(false);
	}
	const columns = new Set(boxes.map(({ left }) => Math.round(left)));
	expect(columns.size, 'every row has the same columns').toBe(3);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
