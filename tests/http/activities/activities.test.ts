import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf } from '../visit';

async function record(page: Page, subject: string, quantity = '3') {
	await page.goto('/desk/activities/new');
	page.getByLabel('类别').selectOption({ label: '标语、宣传画' });
	page.getByLabel('事项').fill(subject);
	page.getByLabel('数量').fill(quantity);
	page.getByLabel('责任人').fill('试责任');
	await page.getByRole('button', { name: '记入台账' }).click();
	expect(page.getByRole('status')).toContainText('已记入台账');
}

/** The total of a kind as the ledger adds it up. */
async function totalOf(page: Page, query: string, kind: string) {
	await page.goto(`/desk/activities?${query}`);
	await page.locator('summary', { hasText: '分类合计' }).click();
	const row = page.locator('details').getByRole('row').filter({ hasText: kind });
	return row.locator('[data-label="合计"]').innerText().trim();
}

const newSubject = () => `试录 ${Date.now()}`;

test('a cadre enters work, corrects it and strikes it out, and the sums follow', async () => {
	const page = await pageOf('liu');
	const subject = newSubject();
	await record(page, subject);
	const address = page.url().split('?')[0]!;
	const query = 'kind=slogan';
	const entered = parseInt(await totalOf(page, query, '标语'));

	await page.goto(address);
	await page.getByText('更正这一条').click();
	page.getByLabel('数量').fill('5');
	page.getByLabel('为什么改').fill('漏记两幅');
	await page.getByRole('button', { name: '更正', exact: true }).click();
	expect(page.getByRole('status')).toContainText('已更正');
	expect(page.locator('.facts')).toContainText('5 幅');
	expect(page.getByText('数量由“3”改为“5”')).toBeVisible();
	expect(page.getByText('原因：漏记两幅')).toBeVisible();
	expect(parseInt(await totalOf(page, query, '标语'))).toBe(entered + 2);

	await page.goto(address);
	await page.getByText('划去这一条').click();
	await page.getByRole('button', { name: '确定划去' }).click();
	expect(page.locator('#removal-reason-error')).toContainText('为什么划去');
	page.getByLabel('为什么划去').fill('试录，不算');
	await page.getByRole('button', { name: '确定划去' }).click();
	expect(page.getByRole('alert')).toContainText('试录，不算');
	await page.goto(`/desk/activities?${query}&struck=1`);
	expect(page.getByRole('link', { name: subject })).toBeVisible();
});

test('wrong input is answered on its field and keeps what was typed', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/activities/new');
	page.getByLabel('事项').fill('试录错项');
	page.getByLabel('数量').fill('很多');
	page.getByLabel('责任人').fill('123');
	await page.getByRole('button', { name: '记入台账' }).click();
	expect(page.locator('#kind-error')).toContainText('哪一类');
	expect(page.locator('#quantity-error')).toContainText('数字');
	expect(page.locator('#responsible-error')).toContainText('姓名');
	expect(page.getByLabel('事项')).toHaveValue('试录错项');
	expect(page.getByLabel('数量')).toHaveValue('很多');
});

test('another village’s cadre can neither see nor open an entry', async () => {
	const page = await pageOf('liu');
	const subject = newSubject();
	await record(page, subject);
	const other = await pageOf('he');
	expect((await other.goto(page.url())).status).toBe(403);
	await other.goto('/desk/activities?kind=slogan');
	expect(other.getByText(subject)).toHaveCount(0);
});

test('the town’s sheet of slogans adds up to the published 21 and carries its eleven columns', async () => {
	const page = await pageOf('zhou');
	await page.goto('/desk/activities/print?year=2024&kind=slogan');
	expect(page.getByRole('heading', { level: 1 })).toHaveText('太平场镇2024年标语、宣传画台账');
	expect(page.getByRole('columnheader')).toHaveText('序号 村 组 日期 对象 事项 数量 结果 责任人 佐证 备注'.split(' '));
	expect(page.locator('tr.total')).toContainText('21 幅');
	for (const label of ['填报单位', '填表人', '审核人', '填表日期', '统计口径'])
		expect(page.getByRole('article')).toContainText(label);
});
