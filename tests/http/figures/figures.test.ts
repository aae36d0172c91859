import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, pageOf } from '../visit';
import { readXlsx } from 'hucre/xlsx';
import { figures as ofSoftware } from '../../../src/lib/domain/figures/figure';

test('every figure of 2024 opens the records behind it, and they add up', { timeout: 300_000 }, async () => {
	const page = await pageOf('zhou');
	const visitor = newPage().session;
	const readFigures = async () =>
		(await visitor.get('/api/v1/figures?year=2024')).json() as { id: string; name: string; value: number | null }[];
	const figures = await readFigures();
	expect(figures.slice(0, ofSoftware.length).map(({ id }) => id)).toEqual(ofSoftware.map(({ id }) => id));
	expect(figures.length).toBeGreaterThan(ofSoftware.length);
	for (const { id, name } of figures) {
		const valueNow = async () => (await readFigures()).find((figure) => figure.id === id)!.value;
		// Other tests record in this town meanwhile, and take it back: then it is added up again.
		const seen: number[] = [];
		for (let attempt = 1; attempt <= 3 && new Set(seen).size !== 1; attempt++) {
			seen.splice(0, seen.length, (await valueNow()) ?? 0, await sumOfRecords(page, id, name));
		}
		expect(seen[0], id).toBe(seen[1]);
	}
});

test('a figure leads to a record, and a record is a page', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/figures?year=2024');
	await page.locator('a[href^="/desk/figures/banquets-held"]').click();
	expect(page.locator('h1')).toHaveText('办宴数量');
	expect(page.locator('dl.facts')).toContainText('三星村');
	await page.locator('table.cards tbody a').first().click();
	expect(page).toHaveURL(/\/desk\/banquets\/[0-9a-f-]{36}$/);
	expect(page.locator('h1')).toHaveCount(1);
});

test('an unknown figure is a page that does not exist', async () => {
	const page = await pageOf('liu');
	expect((await page.goto('/desk/figures/money-saved')).status).toBe(404);
});

test('the desk opens with what waits for a decision, and with the figures', async () => {
	const page = await pageOf('zhou');
	await page.goto('/desk');
	expect(page.locator('h1')).toHaveText('太平场镇 · 工作台');
	expect(page.locator('dl.stats').last()).toContainText('办宴数量');
	expect(page.getByRole('heading', { name: '等着办的事' })).toBeVisible();
	await page.locator('dl.stats').last().locator('a').first().click();
	expect(page).toHaveURL(/\/desk\/figures\/banquets-held\?year=\d{4}$/);
});

test('a list is taken as a file from its page, in full and of the own village', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/banquets?year=2024');
	const sheet = await page.getByText('导出 Excel 表').download();
	expect(sheet.fileName()).toMatch(/^三星村2024年宴席台账 \d{4}-\d\d-\d\d\.xlsx$/);
	const read = await readXlsx(new Uint8Array(sheet.body));
	const [title, ...lines] = read.sheets[0]!.rows;
	expect(title![0]).toBe('三星村2024年宴席台账');
	const header = lines.findIndex((cells) => cells.includes('户主'));
	expect(lines[header + 1]!.length).toBeGreaterThan(10);
	const villages = new Set(lines.slice(header + 1).map((cells) => cells[lines[header]!.indexOf('村（社区）')]));
	expect([...villages]).toEqual(['三星村']);
	await page.goto('/desk/figures/banquets-held?year=2024');
	const csv = await page.getByText('导出 CSV').download();
	expect(csv.text().startsWith('\uFEFF记录,日期,单位,计入数\r\n')).toBe(true);
});

/** The records behind a figure of 2024, added up over all pages. Without data there are none. */
async function sumOfRecords(page: Page, id: string, name: string): Promise<number> {
	await page.goto(`/desk/figures/${id}?year=2024`);
	expect(page.locator('h1')).toHaveText(name);
	for (let sum = 0; ;) {
		const counts = page.locator('table.cards tbody td:last-child').allTextContents();
		sum += counts.reduce((all, text) => all + Number(text), 0);
		const older = page.locator('.pager a[rel=next]');
		if (older.count() === 0) return sum;
		await older.click();
	}
}
