import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf } from '../visit';
import { newShifts, row, under } from './new-shifts';

async function take(page: Page, duty: string) {
	await page.goto('/schedule');
	await row(page, duty).getByRole('button').click();
	expect(page.getByRole('status')).toContainText('领好了');
}

test('who waits for a full shift sees the place in line, and has the shift once it is given back', async () => {
	const [cadre, mei, tang] = await Promise.all(['wu', 'mei', 'tang'].map(pageOf));
	const [duty] = await newShifts(cadre!, 52, [['09:00', '11:00']]);
	await take(mei!, duty!);
	await tang!.goto('/schedule');
	await tang!.getByText('已满员的', { exact: true }).click();
	await row(tang!, duty!).getByRole('button', { name: '候补' }).click();
	expect(tang!.getByRole('status')).toContainText('排好了');
	expect(row(tang!, duty!)).toContainText('候补第 1 位');
	await cadre!.reload();
	expect(row(cadre!, duty!)).toContainText('候补：唐示例');
	await row(mei!, duty!).locator('summary').click();
	await row(mei!, duty!).getByRole('button', { name: '退掉' }).click();
	expect(mei!.getByRole('status')).toContainText('已退班');
	await tang!.goto('/schedule');
	expect(under(tang!, '我要去的')).toContainText(duty!);
});

test('two volunteers exchange their shifts, with the other’s consent', async () => {
	const [cadre, mei, tang] = await Promise.all(['wu', 'mei', 'tang'].map(pageOf));
	const [early, late] = await newShifts(cadre!, 54, [
		['09:00', '11:00'],
		['13:00', '15:00']
	]);
	await take(mei!, early!);
	await take(tang!, late!);
	await mei!.goto('/schedule');
	await row(mei!, early!).locator('summary').click();
	await row(mei!, early!).getByRole('link', { name: '请人代班或换班' }).click();
	mei!.getByLabel('请谁').selectOption({ label: '唐示例（三星村）' });
	await mei!.getByRole('button', { name: '下一步' }).click();
	mei!.getByLabel(`换成“${late}”`).check();
	await mei!.getByRole('button', { name: '请唐示例' }).click();
	expect(row(mei!, early!)).toContainText(`已请唐示例用“${late}”`);

	await tang!.goto('/schedule');
	const request = tang!.locator('.rows > li').filter({ hasText: '梅示例想和您换班' }).filter({ hasText: early! });
	await request.getByRole('button', { name: '同意' }).click();
	expect(tang!.getByRole('status')).toContainText('换好了');
	expect(under(tang!, '我要去的')).toContainText(early!);
	expect(under(tang!, '我要去的')).not.toContainText(late!);
	await mei!.goto('/schedule');
	expect(under(mei!, '我要去的')).toContainText(late!);
	expect(under(mei!, '我要去的')).not.toContainText(early!);
});
