import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';

test('a quarter, a month, a range and what to compare with are links and a plain form', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	await page.getByText('看季度、月份或一段时间').click();
	await page.getByRole('link', { name: '第2季度' }).click();
	expect(page.locator('main')).toContainText('2024年第2季度，和2023年第2季度比。');
	expect(page.locator('figure.fallen')).toContainText('84 场');
	expect(page.locator('figure.chart').first().locator('tbody tr')).toHaveCount(3);
	await page.getByRole('link', { name: /^环比/ }).click();
	expect(page.locator('main')).toContainText('2024年第2季度，和2024年第1季度比。');
	page.getByLabel('从哪个月').fill('2023-11');
	page.getByLabel('到哪个月').fill('2024-02');
	await page.getByRole('button', { name: '看这一段' }).click();
	expect(page.locator('main')).toContainText('2023年11月至2024年2月，和2023年7月至10月比。');
	expect(page.locator('figure.fallen')).toContainText('95 场');
	await page.goto('/trends?from=2024-05&to=2月');
	expect(page.getByLabel('到哪个月')).toHaveValue('2月');
	expect(page.locator('main')).toContainText('月份好像不对');
	expect(page.locator('figure.fallen')).toContainText('161 场');
	for (const tab of ['lectures', 'pledges', 'birthday-banquets', 'figures', 'villages']) {
		await page.goto(`/trends/${tab}?year=2024&quarter=2`);
		expect(page.locator('main')).toContainText('2024年第2季度，和2023年第2季度比。');
	}
	await page.goto('/trends/blood-drives?year=2024&quarter=2');
	expect(page.locator('main').textContent(), 'no quarter of it is published').not.toContain('和2023年第2季度比');
});

test('the estimate of the year-end is off until asked for, and says why there is none', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	expect(page.getByText('看年底估计')).toHaveCount(0);
	await page.goto(`/trends?year=${new Date().getFullYear()}`);
	expect(page.locator('#forecast')).toHaveCount(0);
	await page.getByRole('link', { name: '看年底估计' }).click();
	expect(page.locator('#forecast')).toContainText(/估算/);
	expect(page.locator('#forecast')).toContainText(/不估|估不准|多半在/);
});

test('another year is a link away, and a year without a year before is not compared', async () => {
	const page = newPage();
	await page.goto('/trends');
	await page.getByRole('link', { name: '2023年' }).click();
	expect(page).toHaveURL(/year=2023/);
	expect(page.locator('main')).toContainText('2023年办宴 403 场。上一年没有记录');
	expect(page.locator('figure.fallen')).toHaveCount(0);
});

test('a wrong year in the address is no fault', async () => {
	const page = newPage();
	for (const year of ['abcd', '1800', '2999', '20244', '']) {
		const answer = await page.goto(`/trends?year=${year}`);
		expect(answer.status).toBe(200);
		expect(page.locator('h1')).toHaveCount(1);
	}
});

test('the fields of the period are laid out by a sheet that every page links', async () => {
	const page = newPage();
	await page.goto('/trends?from=2024-05&to=2月');
	expect(page.locator('form.filters .field')).toHaveCount(2);
	await page.goto('/privacy');
	const sheets = page.locator('link[rel=stylesheet]').all();
	const texts = await Promise.all(
		sheets.map(async (sheet) => {
			const { href } = new URL(sheet.getAttribute('href')!, page.url());
			return (await page.session.get(href)).text();
		})
	);
	const isLaidOut = texts.some((text) => /\.filters[^{},]*\{[^}]*display:\s*flex/.test(text));
	expect(isLaidOut).toBe(true);
});
