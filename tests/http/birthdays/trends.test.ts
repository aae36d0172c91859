import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';

test('the page of trends shows the birthday banquets’ counts and, apart, the estimate with its formula', async () => {
	const page = newPage();
	await page.goto('/trends/birthday-banquets?year=2024');
	expect(page.locator('.facts')).toContainText('115 人次');
	expect(page.getByText(/估算公式：到场老人 115 人次 × 30% ≈ 35 场；115 × 30% × 每场 12 桌 ≈ 414 桌/)).toBeVisible();
	expect(page.locator('script')).toHaveCount(0);
});

test('the open figures carry the elders hosted and the cakes, and a year before the ledger begins says so', async () => {
	const page = newPage();
	const visitor = newPage().session;
	const figures = (await visitor.get('/api/v1/figures?year=2024')).json() as { id: string; value: number }[];
	expect(figures.find(({ id }) => id === 'elders-hosted')).toMatchObject({ value: 115 });
	expect(figures.find(({ id }) => id === 'cakes-delivered')).toMatchObject({ value: 44 });
	await page.goto('/trends/birthday-banquets?year=2020');
	expect(page.locator('.empty')).toContainText('2020年还没有开始记这本台账');
});
