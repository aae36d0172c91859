import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { lecture, signUp } from './sign-up-form';

test('the slip is found again on another phone by phone and code', async () => {
	const page = newPage();
	const phone = newPhone();
	const { code } = await signUp(page, phone);
	const address = page.url();

	const other = newPage();
	await other.goto(address);
	expect(other, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	other.getByLabel('电话').fill(phone);
	other.getByLabel('六位编号').fill(code);
	await other.getByRole('button', { name: '查询' }).click();
	expect(other).toHaveURL(address);
	expect(other.locator('.slip')).toContainText(lecture);
});

test('a wrong code is answered in words and keeps the phone that was typed', async () => {
	const page = newPage();
	await page.goto('/slip');
	page.getByLabel('电话').fill('13600000000');
	page.getByLabel('六位编号').fill('ABCDEF');
	await page.getByRole('button', { name: '查询' }).click();
	expect(page.getByRole('alert')).toContainText('对不上');
	expect(page.getByLabel('电话')).toHaveValue('13600000000');
});

test('the party is changed and the sign-up withdrawn on the slip', async () => {
	const page = newPage();
	await signUp(page, newPhone());
	await page.getByText('改人数').click();
	page.getByLabel('4 位').check();
	await page.getByRole('button', { name: '改好了' }).click();
	expect(page.getByRole('status')).toContainText('人数已改');
	expect(page.locator('.slip')).toContainText('4 位');
	await page.getByText('不来了，取消报名').click();
	await page.getByRole('button', { name: '确定取消报名' }).click();
	expect(page.locator('.stamp')).toHaveText('已取消');
	await page.getByRole('link', { name: '重新报名' }).click();
	expect(page.getByRole('heading', { level: 1 })).toContainText(lecture);
});
