import { test } from 'vitest';
import { declareBanquet } from '../banquets/declare-banquet';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';

/** Ticks the row with this telephone on a page of what waits, and confirms it. */
async function confirm(page: Page, phone: string): Promise<void> {
	const row = page.locator('.rows li').filter({ hasText: phone });
	row.locator('input[type=checkbox]').check();
	await page.getByRole('button', { name: '勾选的，核对无误' }).click();
	expect(page.getByRole('status')).toContainText('从现在起计入数字');
	expect(page.locator('.rows li').filter({ hasText: phone })).toHaveCount(0);
}

test('a pledge signed online waits on the desk until a cadre ticks it', async () => {
	const phone = newPhone();
	const household = newPage();
	await household.goto('/pledge');
	household.getByLabel('姓名').fill('试核对');
	household.getByLabel('电话').fill(phone);
	household.getByLabel('三星村').check();
	await household.getByRole('button', { name: '我自愿承诺' }).click();
	const liu = await pageOf('liu');
	await liu.goto('/desk/pledges');
	expect(liu.getByText(/另有 [\d,]+ 份待核对/)).toBeVisible();
	await liu.getByRole('link', { name: '去核对' }).click();
	await liu.getByRole('button', { name: '勾选的，核对无误' }).click();
	expect(liu.getByRole('alert')).toContainText('还没有勾选');
	await confirm(liu, phone);
	await household.reload();
	expect(household.getByText('村里核对以后计入户数')).toHaveCount(0);
});

test('a household’s own declaration waits on the desk until a cadre ticks it, and only for its own village', async () => {
	const phone = newPhone();
	await declareBanquet(newPage(), phone);
	const he = await pageOf('he');
	await he.goto('/desk/banquets/confirm');
	expect(he.locator('.rows li').filter({ hasText: phone })).toHaveCount(0);
	const liu = await pageOf('liu');
	await liu.goto('/desk/banquets');
	await liu.getByRole('link', { name: '去核对' }).click();
	await confirm(liu, phone);
});
