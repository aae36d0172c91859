import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { figureIds } from '../../../src/lib/domain/figures/figure';

async function signIn(page: Page, username: 'zhou' | 'liu'): Promise<void> {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

test('every figure of 2024 opens the records behind it, and they add up', async ({ page, request }) => {
	test.slow();
	await signIn(page, 'zhou');
	const answer = await request.get('/api/v1/figures?year=2024');
	const figures = (await answer.json()) as { id: string; name: string; value: number }[];
	expect(figures.map(({ id }) => id)).toEqual([...figureIds]);
	for (const { id, name, value } of figures) {
		await page.goto(`/desk/figures/${id}?year=2024`);
		await expect(page.locator('h1')).toHaveText(name);
		let sum = 0;
		for (;;) {
			const counts = await page.locator('table.cards tbody td:last-child').allTextContents();
			sum += counts.reduce((all, text) => all + Number(text), 0);
			const older = page.locator('.pager a[rel=next]');
			if ((await older.count()) === 0) break;
			await older.click();
		}
		expect(sum, id).toBe(value);
	}
});

test('a figure leads to a record, and a record is a page', async ({ page }) => {
	await signIn(page, 'liu');
	await page.goto('/desk/figures?year=2024');
	await page.locator('a[href^="/desk/figures/banquets-held"]').click();
	await expect(page.locator('h1')).toHaveText('办宴数量');
	await expect(page.locator('dl.facts')).toContainText('三星村');
	await page.locator('table.cards tbody a').first().click();
	await expect(page).toHaveURL(/\/desk\/banquets\/[0-9a-f-]{36}$/);
	await expect(page.locator('h1')).toHaveCount(1);
});

test('an unknown figure is a page that does not exist', async ({ page }) => {
	await signIn(page, 'liu');
	expect((await page.goto('/desk/figures/money-saved'))?.status()).toBe(404);
});

test('the desk opens with what waits for somebody, and with the figures', async ({ page }) => {
	await signIn(page, 'zhou');
	await page.goto('/desk');
	await expect(page.locator('h1')).toHaveText('太平场镇 · 工作台');
	await expect(page.locator('dl.stats').last()).toContainText('办宴数量');
	await expect(page.getByRole('heading', { name: '等着办的事' })).toBeVisible();
	await page.locator('dl.stats').last().locator('a').first().click();
	await expect(page).toHaveURL(/\/desk\/figures\/banquets-held\?year=\d{4}$/);
});

test('a list is taken as a file from its page, in full and of the own village', async ({ page }) => {
	await signIn(page, 'liu');
	await page.goto('/desk/banquets?year=2024');
	const sheet = await Promise.all([page.waitForEvent('download'), page.getByText('导出 Excel 表').click()]);
	expect(sheet[0].suggestedFilename()).toMatch(/^三星村2024年宴席台账 \d{4}-\d\d-\d\d\.xlsx$/);
	const read = await readXlsx(readFileSync(await sheet[0].path()));
	const [title, ...lines] = read.sheets[0]!.rows;
	expect(title![0]).toBe('三星村2024年宴席台账');
	const header = lines.findIndex((cells) => cells.includes('户主'));
	expect(lines[header + 1]!.length).toBeGreaterThan(10);
	const villages = new Set(lines.slice(header + 1).map((cells) => cells[lines[header]!.indexOf('村（社区）')]));
	expect([...villages]).toEqual(['三星村']);
	await page.goto('/desk/figures/banquets-held?year=2024');
	const csv = await Promise.all([page.waitForEvent('download'), page.getByText('导出 CSV').click()]);
	const text = readFileSync(await csv[0].path(), 'utf8');
	expect(text.startsWith('\uFEFF记录,日期,单位,计入数\r\n')).toBe(true);
});
