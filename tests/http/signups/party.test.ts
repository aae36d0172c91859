import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { fill, openForm, openFullForm, send, elder } from './sign-up-form';

test('a neighbour signs an elder up with names; who did it stands on the slip, masked', async () => {
	const page = newPage();
	await openForm(page);
	fill(page, newPhone(), elder);
	await page.getByText('写同来的人').click();
	page.getByLabel('同来的人').fill('试名乙、试名丙');
	page.getByLabel('您怎么称呼').fill('邻居甲');
	page.getByLabel('您的手机').fill('136 0000 1111');
	await send(page);
	expect(page.locator('.slip')).toContainText('试*乙、试*丙');
	expect(page.locator('.slip')).toContainText('邻*甲');
	expect(page.locator('.slip')).not.toContainText('1111');
});

test('more names than people, and a number without a name, are said on their fields', async () => {
	const page = newPage();
	await openForm(page);
	fill(page, newPhone(), { ...elder, people: 1 });
	await page.getByText('写同来的人').click();
	page.getByLabel('同来的人').fill('试名乙');
	page.getByLabel('您的手机').fill('13600001111');
	await send(page);
	expect(page.locator('#companions-error')).toContainText('比人数还多');
	expect(page.locator('#helperName-error')).toContainText('怎么称呼');
	expect(page.locator('[name=email]'), 'no letter goes out of this town').toHaveCount(0);
	expect(page.getByLabel('同来的人')).toHaveValue('试名乙');
});

test('who waits reads the rule of the waitlist, and that some may go first', async () => {
	const page = newPage();
	await openFullForm(page);
	fill(page, newPhone(), elder);
	page.getByLabel('有几位先去几位').check();
	await send(page);
	expect(page.locator('main')).toContainText('严格按报名先后');
	expect(page.locator('main')).toContainText('您选了有几位先去几位');
	expect(page.content().length, 'slip with its QR code').toBeLessThan(14 * 1024);
});
