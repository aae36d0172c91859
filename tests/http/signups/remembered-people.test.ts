import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { fill, lecture, openForm, send, elder } from './sign-up-form';

test('this device offers the same people again, and forgets them when told to', async () => {
	const page = newPage();
	const phone = newPhone();
	await openForm(page);
	expect(page.getByText('还是给他们报吗')).toHaveCount(0);
	fill(page, phone, { ...elder, people: 2 });
	await page.getByText('写同来的人').click();
	page.getByLabel('同来的人').fill('试名乙');
	await send(page);
	await openForm(page);
	await page.getByRole('link', { name: '试**人 等 2 位' }).click();
	expect(page.getByLabel('姓名')).toHaveValue('试名老人');
	expect(page.getByLabel('电话')).toHaveValue(phone);
	expect(page.getByLabel('同来的人')).toHaveValue('试名乙');
	expect(page.getByLabel('2 位')).toBeChecked();

	const other = newPage();
	await openForm(other);
	expect(other.getByText('还是给他们报吗'), 'another device knows nobody').toHaveCount(0);

	await page.getByRole('button', { name: '清掉这些' }).click();
	expect(page.getByText('还是给他们报吗')).toHaveCount(0);
	expect(page.getByRole('heading', { level: 1 })).toContainText(lecture);
});
