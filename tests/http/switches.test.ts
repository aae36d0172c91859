import { test } from 'vitest';
import { expect } from './expect';
import { newPage, newPhone } from './visit';

test('a switch of view or language keeps what was typed into a refused form, and does not send it', async () => {
	const page = newPage();
	await page.goto('/pledge');
	page.getByLabel('姓名').fill('试签约');
	page.getByLabel('电话').fill('12345');
	await page.getByRole('button', { name: '我自愿承诺' }).click();
	await page.getByRole('button', { name: '长辈版' }).click();
	expect(page.locator('html[data-view="elder"]')).toHaveCount(1);
	expect(page.locator('[name=name]')).toHaveValue('试签约');
	expect(page.locator('[name=phone]')).toHaveValue('12345');
	await page.getByRole('button', { name: 'English' }).click();
	expect(page.locator('html[lang="en"]')).toHaveCount(1);
	expect(page.locator('[name=name]')).toHaveValue('试签约');
	page.locator('[name=phone]').fill(newPhone());
	page.locator('[name=villageId]').first().check();
	await page.locator('#typed button.primary').click();
	expect(page).toHaveURL(/\/pledge\/[0-9a-f-]{36}/);
});

test('a switch on a page without a refused form goes back to that page', async () => {
	const page = newPage();
	await page.goto('/events?kind=lecture');
	await page.getByRole('button', { name: '长辈版' }).click();
	expect(page).toHaveURL('/events?kind=lecture');
	expect(page.locator('html[data-view="elder"]')).toHaveCount(1);
});
