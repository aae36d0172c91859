import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf } from '../visit';

test('the review of 2024: a late record marks its figure, the words are edited, a further snapshot is taken, and it is published anew', async () => {
	const page = await pageOf('zhou');
	await recordLate(page);
	await openMarkedReview(page);
	const read = new URL(page.url()).pathname;
	await editReview(page);
	await refusePublishing(page, read);
	await takeSnapshot(page);
	await page.goto(read);
	await page.getByRole('button', { name: '公布' }).click();
	expect(page.getByRole('status')).toContainText('公布了');

	const liu = await pageOf('liu');
	await liu.goto(read.replace('/read', ''));
	expect(liu, 'a village reads').toHaveURL(read);
	expect(liu.getByRole('button', { name: '公布' })).toHaveCount(0);
	expect((await liu.goto('/desk/reports/00000000-0000-7000-8000-000000000000')).status).toBe(404);
	expect((await liu.goto('/desk/closings/00000000-0000-7000-8000-000000000000')).status).toBe(404);
});

/** The review of 2024 marks the figure that has changed since. */
async function openMarkedReview(page: Page): Promise<void> {
	await page.goto('/desk/reports');
	await page.getByRole('link', { name: '太平场镇2024年年度回眸' }).click();
	expect(page.locator('.review')).toContainText('减少240余场，下降了60%');
	const board = page.locator('.review .figure', { has: page.locator('del') });
	expect(board).toContainText('97处');
	expect(board.locator('ins')).toHaveText('98处');
	expect(board).toHaveAttribute('href', '/desk/figures/defence-boards?year=2024');
}

/** Checks of the words; a preview; a further draft. */
async function editReview(page: Page): Promise<void> {
	await page.getByRole('link', { name: '写', exact: true }).click();
	expect(page.locator('main')).toContainText('国防教育展牌 97 → 98');
	const text = page.getByLabel('正文');
	const before = text.inputValue();
	text.fill(`${before}\n举办{{健康讲坐}}，又说健康讲座42场次。`);
	await page.getByRole('button', { name: '存为新一稿' }).click();
	expect(page.locator('main')).toContainText('没有叫“健康讲坐”的指标，是不是“健康讲座”');
	expect(page.locator('main')).toContainText('手写了“42场次”');
	expect(text, 'what was typed is kept').toHaveValue(/健康讲坐/);
	text.fill(before.replace('让群众在家门口就看得上、问得着', '让群众在家门口就看得上病'));
	await page.getByRole('button', { name: '先看看，不保存' }).click();
	expect(page.locator('#preview')).toContainText('看得上病');
	await page.getByRole('button', { name: '存为新一稿' }).click();
	expect(page.getByRole('status')).toContainText('这是第 3 稿');
	await page.getByRole('link', { name: '历次草稿' }).click();
	expect(page.locator('ins').filter({ hasText: '病' })).toBeVisible();
}

/** A review whose figures differ from the latest snapshot is read and printed, but not published. */
async function refusePublishing(page: Page, read: string): Promise<void> {
	await page.goto(read);
	expect(page.locator('.review del')).toHaveCount(0);
	const file = await page.session.get(page.getByRole('link', { name: '下载 Word 文档' }).getAttribute('href')!);
	expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('太平场镇2024年年度回眸.docx'));
	expect(file.body.subarray(0, 2).toString()).toBe('PK');
	await page.getByRole('button', { name: '公布' }).click();
	expect(page.getByRole('alert')).toContainText('和最新的定稿不一样');
}

async function takeSnapshot(page: Page): Promise<void> {
	await page.goto('/desk/closings');
	await page.locator('.rows a').filter({ hasText: '2024年' }).first().click();
	expect(page.locator('main')).toContainText('97（定稿）→ 98（修订：补记 1 条）');
	expect(page.locator('main')).toContainText('原因：安装照片找到了');
	page.getByLabel('为什么重新定稿').fill('补记展牌一处');
	await page.getByRole('button', { name: '出定稿' }).click();
	expect(page.getByRole('status')).toContainText(/这是第 \d+ 号定稿/);
	await page.getByRole('link', { name: /^第 3 号和第 \d+ 号比一比$/ }).click();
	expect(page.getByRole('row').filter({ hasText: '国防教育展牌' })).toContainText('+1');
}

/** A board that was put up in 2024 and is written down only now: the figure of a closed year is another. */
async function recordLate(page: Page) {
	await page.goto('/desk/activities/new');
	page.getByLabel('类别').selectOption({ label: '国防宣传展板' });
	page.locator('[name=doneOn]').fill('2024-12-20');
	page.getByLabel('事项').fill(`试录展牌 ${Date.now()}`);
	page.getByLabel('数量').fill('1');
	page.getByLabel('责任人').fill('试责任');
	await page.getByRole('button', { name: '记入台账' }).click();
	await page.getByRole('link', { name: '去说明' }).click();
	page.getByLabel('为什么现在才登记或改动').fill('安装照片找到了');
	await page.getByRole('button', { name: '记下原因' }).click();
	expect(page.getByRole('status')).toContainText('原因记下了');
}
