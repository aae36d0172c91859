import { expect, test } from '@playwright/test';
import { budget, weigh } from './weigh';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the fall of banquets stands in large figures, with both counts and what is counted', async ({ page }) => {
		await page.goto('/trends?year=2024');
		const fall = page.locator('figure.fallen');
		await expect(fall).toContainText('−60.0%');
		await expect(fall).toContainText('403 场');
		await expect(fall).toContainText('161 场');
		await expect(fall).toContainText('少办了 242 场');
		await expect(fall).toContainText('按办宴当天算');
	});

	test('every chart has its table, which opens and says the same', async ({ page }) => {
		await page.goto('/trends?year=2024');
		const charts = page.locator('figure.chart');
		await expect(charts).toHaveCount(6);
		await expect(charts.locator('table')).toHaveCount(6);
		await expect(charts.locator('svg[role=img] > desc')).toHaveCount(6);
		const months = charts.first();
		await expect(months.locator('table')).toBeHidden();
		await months.locator('summary').click();
		await expect(months.locator('tbody tr')).toHaveCount(12);
		const counts = await months.locator('tbody td:nth-child(3)').allTextContents();
		expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(161);
	});

	test('what was saved is called an estimate, with its formula', async ({ page }) => {
		await page.goto('/trends?year=2024');
		await expect(page.getByText(/^估算：2024年少摆 [\d,]+ 桌，约省 [\d,]+ 元。$/)).toBeVisible();
		await expect(page.getByText(/估算公式：每一场（计划桌数 − 实办桌数）× 每桌参考价/)).toBeVisible();
	});

	test('festivals are named beside their months', async ({ page }) => {
		await page.goto('/trends?year=2024');
		const months = page.locator('figure.chart').first();
		await months.locator('summary').click();
		await expect(months.locator('tbody tr').nth(1)).toContainText('春节');
		await expect(months.locator('tbody tr').nth(5)).toContainText('端午');
	});

	test('small numbers are withheld in the chart and in its table', async ({ page }) => {
		await page.goto('/trends?year=2024');
		const occasions = page.locator('figure.chart').nth(2);
		await expect(occasions.locator('svg[role=img]')).toContainText('<3');
		await expect(occasions.locator('td', { hasText: '少于3' })).toHaveCount(2);
	});

	test('every public figure is a tab away in the same year, with its definition folded away', async ({
		page,
		request
	}) => {
		await page.goto('/trends?year=2024');
		await page.getByRole('navigation', { name: '看哪一方面' }).getByRole('link', { name: '全部指标' }).click();
		await expect(page).toHaveURL('/trends/figures?year=2024');
		const figures = (await (await request.get('/api/v1/figures?year=2024')).json()) as { name: string }[];
		const names = page.locator('table.cards summary');
		await expect(names).toHaveCount(figures.length);
		expect((await names.allTextContents()).sort()).toEqual(figures.map(({ name }) => name).sort());
		await names.first().click();
		await expect(page.getByText('改成家庭聚餐的、取消的不算').last()).toBeVisible();
	});

	test('one sentence says how sure the fall is, with the ratio folded away, and nothing of why', async ({ page }) => {
		await page.goto('/trends?year=2024');
		await expect(page.locator('.certainty')).toHaveText(
			/从 403 场降到 161 场，不大可能只是碰巧。\s*这句话只说变化像不像碰巧，不等于就是某项工作带来的。/
		);
		await page.getByText('怎么算出来的').click();
		await expect(page.getByText('0.40（95% 可信区间 0.33–0.48')).toBeVisible();
	});

	test('a quarter, a month, a range and what to compare with are links and a plain form', async ({ page }) => {
		await page.goto('/trends?year=2024');
		await page.getByText('看季度、月份或一段时间').click();
		await page.getByRole('link', { name: '第2季度' }).click();
		await expect(page.locator('main')).toContainText('2024年第2季度，和2023年第2季度比。');
		await expect(page.locator('figure.fallen')).toContainText('84 场');
		await expect(page.locator('figure.chart').first().locator('tbody tr')).toHaveCount(3);
		await page.getByRole('link', { name: /^环比/ }).click();
		await expect(page.locator('main')).toContainText('2024年第2季度，和2024年第1季度比。');
		await page.getByLabel('从哪个月').fill('2023-11');
		await page.getByLabel('到哪个月').fill('2024-02');
		await page.getByRole('button', { name: '看这一段' }).click();
		await expect(page.locator('main')).toContainText('2023年11月至2024年2月，和2023年7月至10月比。');
		await page.goto('/trends?from=2024-05&to=2月');
		await expect(page.getByLabel('到哪个月')).toHaveValue('2月');
		await expect(page.locator('main')).toContainText('月份好像不对');
		await expect(page.locator('figure.fallen')).toContainText('403 场');
		for (const tab of ['blood-drives', 'lectures', 'pledges', 'birthday-banquets', 'figures', 'villages']) {
			await page.goto(`/trends/${tab}?year=2024&quarter=2`);
			await expect(page.locator('main')).toContainText('2024年第2季度，和2023年第2季度比。');
		}
	});

	test('each village has its months, to one scale, small numbers withheld, and each grid its bar', async ({ page }) => {
		await page.goto('/trends?year=2024');
		await page.getByRole('link', { name: '看各村每个月、各网格' }).click();
		await expect(page.locator('.multiples figure')).toHaveCount(4);
		await expect(page.locator('.multiples table')).toHaveCount(4);
		const numbers = await page.locator('.multiples tbody td:nth-child(3)').allTextContents();
		expect(numbers.filter((text) => ['1', '2'].includes(text))).toEqual([]);
		await expect(page.locator('figure.chart > svg[role=img]').last()).toContainText('桥头社区第三网格');
		await expect(page.locator('main')).toContainText('各网格的数不能加起来');
	});

	test('a chart is a picture that stands alone, and data, in the same period', async ({ page }) => {
		await page.goto('/trends?year=2024');
		const months = page.locator('figure.chart').first();
		await months.locator('summary').click();
		await months.getByRole('link', { name: '单独看这张图，存图片或数据' }).click();
		const links = page.locator('main .actions a');
		const picture = await page.request.get((await links.nth(0).getAttribute('href'))!);
		expect(picture.headers()['content-disposition']).toBe('attachment; filename="held-by-month-2024-01-2024-12.svg"');
		expect(await picture.text()).toMatch(/^<svg [^]*每个月办宴多少场[^]*春节[^]*来源：太平场镇[^]*<\/svg>$/);
		const data = await (await page.request.get((await links.nth(1).getAttribute('href'))!)).text();
		expect(data.charCodeAt(0)).toBe(0xfeff);
		expect(data).toContain('月份,2023年,2024年');
		expect(data).toContain('2024-01,62,20');
		expect((await page.goto('/trends/charts/nothing'))?.status()).toBe(404);
	});

	test('the estimate of the year-end is off until asked for, and says why there is none', async ({ page }) => {
		await page.goto('/trends?year=2024');
		await expect(page.getByText('看年底估计')).toHaveCount(0);
		await page.goto(`/trends?year=${new Date().getFullYear()}`);
		await expect(page.locator('#forecast')).toHaveCount(0);
		await page.getByRole('link', { name: '看年底估计' }).click();
		await expect(page.locator('#forecast')).toContainText(/估算/);
		await expect(page.locator('#forecast')).toContainText(/不估|估不准|多半在/);
	});

	test('another year is a link away, and a year without a year before is not compared', async ({ page }) => {
		await page.goto('/trends');
		await page.getByRole('link', { name: '2023年' }).click();
		await expect(page).toHaveURL(/year=2023/);
		await expect(page.locator('main')).toContainText('2023年办宴 403 场。上一年没有记录');
		await expect(page.locator('figure.fallen')).toHaveCount(0);
	});

	test('the home page tells what is on, how many banquets were held, and where to go', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('ul.rows > li')).toHaveCount(4);
		await expect(page.locator('main')).toContainText('按办宴当天算');
		for (const address of ['/pledge', '/declare', '/slip', '/household', '/trends']) {
			await expect(page.locator(`main a[href="${address}"]`)).toHaveCount(1);
		}
		const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
		for (const link of new Set(links)) expect((await page.request.get(link)).status(), link).toBe(200);
		await expect(page.locator('main a[href^="tel:"]')).toHaveCount(1);
	});
});

test('a wrong year in the address is no fault', async ({ page }) => {
	for (const year of ['abcd', '1800', '2999', '20244', '']) {
		const answer = await page.goto(`/trends?year=${year}`);
		expect(answer?.status()).toBe(200);
		await expect(page.locator('h1')).toHaveCount(1);
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
	test(`${path} ships no script, and with its CSS weighs at most 14 KB`, async ({ page }) => {
		const scripts: string[] = [];
		page.on('request', (sent) => void (sent.resourceType() === 'script' && scripts.push(sent.url())));
		await page.goto(path);
		expect(scripts).toEqual([]);
		await expect(page.locator('script')).toHaveCount(0);
		expect(await weigh(page)).toBeLessThanOrEqual(budget);
	});
}

test('programs read the same figures, and are told in words what is wrong', async ({ request }) => {
	const answer = await request.get('/api/v1/figures?year=2024');
	expect(answer.headers()['access-control-allow-origin']).toBe('*');
	const figures = (await answer.json()) as { id: string }[];
	expect(figures.find(({ id }) => id === 'banquets-held')).toMatchObject({
		value: 161,
		previous: 403,
		changeRate: -60
	});
	expect((await request.get('/api/v1/figures?year=twenty')).status()).toBe(400);
	expect((await request.get('/api/v1/trends/banquets-held?year=2024&by=household')).status()).toBe(400);
	expect((await request.delete('/api/v1/figures?year=2024')).status()).toBe(405);
	expect((await request.get('/api/v1/nothing')).status()).toBe(404);
});

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
