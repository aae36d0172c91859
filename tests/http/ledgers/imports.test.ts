import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { expect } from '../expect';
import { nameEnd } from '../invented-name';
import type { Page } from '../page';
import { pageOf } from '../visit';
import { writeXlsx } from 'hucre/xlsx';

test('a messy ledger comes in without JavaScript: mended, doubles decided, written in one go, and undone', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/imports/new?ledger=elders');
	await sendFile(page, { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') });
	expect(page.getByText('只能读 .xlsx、.ods 和 CSV').first()).toBeVisible();
	const old = readFileSync('tests/ledgers/banquets-sheets.xls');
	await sendFile(page, { name: '台账.xls', mimeType: 'application/vnd.ms-excel', buffer: old });
	expect(page.locator('#file-error')).toContainText('Excel 97－2003 的老格式');
	expect(page.locator('[name=file]').getAttribute('accept')).toContain('.ods');

	const buffer = Buffer.from(await banquetLedger());
	await sendFile(page, { name: '台账.xlsx', mimeType: 'application/xlsx', buffer });
	expect(page).toHaveURL(/\/desk\/imports\/[0-9a-f-]{36}$/);
	expect(page.getByRole('heading', { name: '要改的 1 行' })).toBeVisible();
	expect(page.getByText('没有读、也没有存的栏目：身份证号')).toBeVisible();
	const address = page.url();

	page.locator('.mend input[name$=".plannedOn"]').first().fill('2025年8月20日');
	await page.getByRole('button', { name: '改好了，再核对' }).click();
	expect(page.getByRole('heading', { name: '像是重复的 2 行' })).toBeVisible();
	await page.locator('.doubts label').filter({ hasText: '不要，重复了' }).first().click();
	await page.locator('.doubts label').filter({ hasText: '要，不是同一件事' }).last().click();
	await page.getByRole('button', { name: '就按这样' }).click();

	const land = page.getByRole('button', { name: '写入 3 条' });
	expect(land).toBeVisible();
	await land.click();
	expect(page.getByText('已写入 3 条')).toBeVisible();
	page.fill('[name=reason]', '试着导入');
	await page.getByRole('button', { name: '撤销', exact: true }).click();
	expect(page.getByText('去掉 3 条，保留 0 条')).toBeVisible();
	await page.goto('/desk/imports');
	expect(page.locator(`a[href="${new URL(address).pathname}"]`)).toContainText('已撤销');
});

test('an .ods comes in like an .xlsx, whatever it is called', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/imports/new?ledger=banquets');
	const buffer = readFileSync('tests/ledgers/banquets-may.ods');
	await sendFile(page, { name: '五月.xlsx', mimeType: 'application/xlsx', buffer });
	expect(page).toHaveURL(/\/desk\/imports\/[0-9a-f-]{36}$/);
	expect(page.getByRole('heading', { name: '要改的 1 行' })).toBeVisible();
	expect(page.getByRole('heading', { name: '像是重复的 1 行' })).toBeVisible();
	expect(page.getByText('表里隐藏或筛选掉的 2 行、划掉的 1 行先不要')).toBeVisible();
});

test('the pages of imports ship no script', async () => {
	const page = await pageOf('he');
	await page.goto('/desk/imports');
	const draft = page.locator('.rows a').first().getAttribute('href')!;
	for (const path of ['/desk/imports', '/desk/imports/new', draft]) {
		await page.goto(path);
		expect(page.locator('script'), path).toHaveCount(0);
	}
});

async function sendFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
	page.selectOption('[name=ledger]', 'banquets');
	page.setInputFiles('[name=file]', file);
	await page.getByRole('button', { name: '读表格' }).click();
}

/** One row has a span of days, one repeats another, one is alike, and the last is the sum. */
const banquetLedger = () =>
	writeXlsx({
		sheets: [
			{
				name: '台账',
				rows: [
					['2025年三星村宴席台账'],
					['序号', '组', '户 主', '身份证号', '事由', '办酒时间', '桌数', '办理情况'],
					[1, '一组', `测甲${nameEnd}`, '', '结婚', '6月5日', '12桌', '已办'],
					[2, '一组', `测乙${nameEnd}`, '', '升学宴', '8月20日-22日', '十桌', '取消'],
					[3, '一组', `测甲${nameEnd}`, '', '婚宴', '2025.6.5', 12, '已办'],
					[4, '一组', `测甲${nameEnd}`, '', '满月', '6月10日', 12, ''],
					['合计', '', '', '', '', '', 46]
				]
			}
		]
	});

test('what was typed into rows stays when columns are refused, and is kept when they are set', async () => {
	const page = await pageOf('zhou');
	await page.goto('/desk/imports/new?ledger=banquets');
	const lines = ['村,谁家,事由,日期,桌数', '三星村,测栏目,婚宴,看日子,12'];
	await sendFile(page, { name: '栏目.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
	page.fill('[name="text.2.plannedOn"]', '2024-06-05');
	await page.getByText('栏目对得上吗').first().click();
	page.selectOption('[name="column.0"]', 'host');
	page.selectOption('[name="column.1"]', 'host');
	await page.getByRole('button', { name: '按这样重新核对' }).click();
	expect(page.locator('[role=alert]').textContent()).toContain('栏目');
	expect(page.locator('[name="text.2.plannedOn"]').inputValue()).toBe('2024-06-05');
	page.selectOption('[name="column.0"]', 'village');
	await page.getByRole('button', { name: '按这样重新核对' }).click();
	expect(page.locator('[name="text.2.plannedOn"]').count(), 'the row is right now').toBe(0);
});
