import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';
import { draftTalk, join } from './village-talk';

test('the list is masked until it is needed, and the printed sheet has names, phones and lines to sign', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page);
	await page.getByRole('button', { name: '发布活动' }).click();
	await join(path, 2);
	await page.goto(`${path}/list`);
	expect(page.locator('.ledger')).toContainText('试*丁');
	expect(page.locator('.ledger')).toContainText(/135\*{4}\d{4}/);
	await page.getByRole('link', { name: '显示全名和电话' }).click();
	expect(page.locator('.ledger')).toContainText('试名丁');
	await page.getByRole('link', { name: '打印签到表' }).click();
	for (const column of ['序号', '姓名', '村／组', '电话', '签名（手印）', '备注'])
		expect(page.getByRole('columnheader', { name: column })).toBeVisible();
	expect(page.locator('article')).toContainText('三星村文化广场');
	expect(page.getByRole('row').nth(1)).toContainText(/1试名丁.*135 \d{4} \d{4}共 2 人/);
	const blank = page.getByRole('row').filter({ hasNotText: /试名|姓名/ });
	expect(blank, 'lines for people who come unannounced').toHaveCount(8);
	for (const line of blank.all()) expect(line).toBeVisible();
});
