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
	expect(charts).toHaveCount(6);
	expect(charts.locator('table')).toHaveCount(6);
	expect(charts.locator('svg[role=img] > desc')).toHaveCount(6);
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
	expect(page.getByText(/^估算：2024年少摆 [\d,]+ 桌，约省 [\d,]+ 元。$/)).toBeVisible();
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

test('small numbers are withheld in the chart and in its table', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	const occasions = page.locator('figure.chart').nth(2);
	expect(occasions.locator('svg[role=img]')).toContainText('<3');
	expect(occasions.locator('td', { hasText: '少于3' })).toHaveCount(2);
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
	await page.goto('/trends?from=2024-05&to=2月');
	expect(page.getByLabel('到哪个月')).toHaveValue('2月');
	expect(page.locator('main')).toContainText('月份好像不对');
	expect(page.locator('figure.fallen')).toContainText('403 场');
	for (const tab of ['blood-drives', 'lectures', 'pledges', 'birthday-banquets', 'figures', 'villages']) {
		await page.goto(`/trends/${tab}?year=2024&quarter=2`);
		expect(page.locator('main')).toContainText('2024年第2季度，和2023年第2季度比。');
	}
});

test('each village has its months, to one scale, small numbers withheld, and each grid its bar', async () => {
	const page = newPage();
	await page.goto('/trends?year=2024');
	await page.getByRole('link', { name: '看各村每个月、各网格' }).click();
	expect(page.locator('.multiples figure')).toHaveCount(4);
	expect(page.locator('.multiples table')).toHaveCount(4);
	const numbers = page.locator('.multiples tbody td:nth-child(3)').allTextContents();
	expect(numbers.filter((text) => ['1', '2'].includes(text))).toEqual([]);
	expect(page.locator('figure.chart > svg[role=img]').last()).toContainText('桥头社区第三网格');
	expect(page.locator('main')).toContainText('各网格的数不能加起来');
});

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
	expect(data).toContain('月份,2023年,2024年');
	expect(data).toContain('2024-01,62,20');
	expect((await page.goto('/trends/charts/nothing')).status).toBe(404);
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

test('a wrong year in the address is no fault', async () => {
	const page = newPage();
	for (const year of ['abcd', '1800', '2999', '20244', '']) {
		const answer = await page.goto(`/trends?year=${year}`);
		expect(answer.status).toBe(200);
		expect(page.locator('h1')).toHaveCount(1);
	}
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

test('programs read the same figures, and are told in words what is wrong', async () => {
	const visitor = newPage().session;
	const answer = await visitor.get('/api/v1/figures?year=2024');
	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	const figures = answer.json() as { id: string }[];
	expect(figures.find(({ id }) => id === 'banquets-held')).toMatchObject({
		value: 161,
		previous: 403,
		changeRate: -60
	});
	expect((await visitor.get('/api/v1/figures?year=twenty')).status).toBe(400);
	expect((await visitor.get('/api/v1/trends/banquets-held?year=2024&by=household')).status).toBe(400);
	expect((await visitor.get('/api/v1/figures?year=2024', { method: 'DELETE' })).status).toBe(405);
	expect((await visitor.get('/api/v1/nothing')).status).toBe(404);
});
