import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';
import { budget, weigh } from '../weigh';

test('the fall of banquets stands in large figures, with both counts and what is counted', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	const fall = page.locator('figure.fallen');
	expect(fall).toContainText('−60.0%');
	expect(fall).toContainText('403 场');
	expect(fall).toContainText('161 场');
	expect(fall).toContainText('少办了 242 场');
	expect(fall).toContainText('按办宴当天算');
});

test('every chart has its table, which opens and says the same', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	const charts = page.locator('figure.chart');
	expect(charts).toHaveCount(5);
	expect(charts.locator('table')).toHaveCount(5);
	expect(charts.locator('svg[role=img] > desc')).toHaveCount(5);
	const months = charts.first();
	expect(months.locator('table')).toBeHidden();
	await months.locator('summary').click();
	expect(months.locator('tbody tr')).toHaveCount(12);
	const counts = months.locator('tbody td:nth-child(3)').allTextContents();
	expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(161);
});

test('what was saved is called an estimate, with its formula', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	expect(page.getByText(/^估算：2024年酒席办小了、不办了，约省 [\d,]+ 万元。$/)).toBeVisible();
	expect(page.getByText(/估算公式：每一场（计划桌数 − 实办桌数）× 每桌参考价/)).toBeVisible();
});

test('festivals are named beside their months', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	const months = page.locator('figure.chart').first();
	await months.locator('summary').click();
	expect(months.locator('tbody tr').nth(1)).toContainText('春节');
	expect(months.locator('tbody tr').nth(5)).toContainText('端午');
});

test('occasions that are too few to stand alone are joined, and none is withheld', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	const occasions = page.locator('figure.chart').nth(2);
	await occasions.locator('summary').click();
	expect(occasions.locator('tbody tr').last()).toContainText('其他（含参军）');
	expect(occasions.locator('tbody td:nth-child(3)').allTextContents()).toEqual(['62', '68', '9', '7', '6', '6', '3']);
	expect(page.locator('td', { hasText: '少于3' })).toHaveCount(0);
});

test('dissuasions are one number of the whole town and year', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	expect(page.locator('main')).toContainText('2024年 17 起');
	expect(page.locator('main')).toContainText('只公布全镇全年的总数，不分村、不分月');
	await page.goto('/trends/figures/banquets-dissuaded?year=2024');
	expect(page.locator('main table')).toHaveCount(0);
});

test('a year before the ledgers begin says so, and has no number', async () => {
	const page = newPage();
	await page.goto('/trends?year=2022');
	expect(page.locator('main')).toContainText('2022年还没有开始记这本台账');
	expect(page.locator('figure.fallen')).toHaveCount(0);
	expect(page.locator('main')).not.toContainText('−100');
});

test('every public figure is a tab away in the same year, with its definition folded away', async () => {
	const page = newPage();
	const visitor = newPage().session;
	await page.goto('/trends?year=2024');
	await page.getByRole('navigation', { name: '看哪一方面' }).getByRole('link', { name: '全部指标' }).click();
	expect(page).toHaveURL('/trends/figures?year=2024');
	const figures = (await visitor.get('/api/v1/figures?year=2024')).json() as { name: string }[];
	const names = page.locator('table.cards summary');
	expect(names).toHaveCount(figures.length);
	expect(names.allTextContents().sort()).toEqual(figures.map(({ name }) => name).sort());
	await names.first().click();
	expect(page.getByText('改成家庭聚餐的、取消的不算').last()).toBeVisible();
});

test('one sentence says how sure the fall is, with the ratio folded away, and nothing of why', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	expect(page.locator('.certainty')).toHaveText(
		/从 403 场降到 161 场，不大可能只是碰巧。\s*这句话只说变化像不像碰巧，不等于就是某项工作带来的。/
	);
	await page.getByText('怎么算出来的').click();
	expect(page.getByText('0.40（95% 可信区间 0.33–0.48')).toBeVisible();
});

test('each village has its quarters, to one scale, exact', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	await page.getByRole('link', { name: '看各村每个季度' }).click();
	expect(page.locator('.multiples figure')).toHaveCount(4);
	expect(page.locator('.multiples table')).toHaveCount(4);
	const numbers = page.locator('.multiples tbody td:nth-child(3)').allTextContents();
	expect(numbers.map(Number)).toEqual([15, 12, 11, 6, 12, 4, 10, 12, 20, 5, 5, 3, 17, 14, 8, 7]);
	expect(page.locator('main')).toContainText('各村的数合成一季度，一年公布一次');
});

for (const path of [
	'/',
	'/trends',
	'/trends?year=2024&quarter=2',
	'/trends?from=2023-01&to=2024-12',
	'/trends/villages?year=2024',
	'/trends/birthday-banquets',
	'/trends/figures',
	'/trends/charts/held-by-month'
]) {
	test(`${path} ships no script, and with its CSS weighs at most 14 KB`, async () => {
		const page = newPage();
		await page.goto(path);
		expect(page.locator('script')).toHaveCount(0);
		expect(await weigh(page)).toBeLessThanOrEqual(budget);
	});
}
