import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone } from '../visit';

function fill(page: Page, phone: string) {
	page.getByLabel('姓名').fill('试签 约');
	page.getByLabel('电话').fill(phone);
	page.getByLabel('三星村').check();
}

async function sign(page: Page, phone: string) {
	await page.goto('/pledge');
	fill(page, phone);
	await page.getByRole('button', { name: '我自愿承诺' }).click();
	expect(page.getByRole('heading', { name: '承诺凭条' })).toBeVisible();
	return page.locator('.code').innerText().replace(/\s/g, '');
}

/** What is published of a village: it does not move with a household. */
const coverageOf = async (page: Page, village: string) => {
	await page.goto('/pledge');
	const row = page.getByRole('row').filter({ hasText: village });
	return row.locator('[data-label*="覆盖率"]').innerText();
};

test('the text in force is set like the paper one, with numbered clauses, and ships no script', async () => {
	const page = newPage();
	await page.goto('/pledge');
	const letter = page.getByRole('article');
	expect(letter.getByRole('heading')).toContainText('承诺书');
	expect(letter.locator('ol > li').count()).toBeGreaterThan(2);
	expect(letter).toContainText(/第\d+版/);
	expect(page.locator('script')).toHaveCount(0);
});

test('a household signs, gets a masked slip with a code, and nothing that is published of its village moves', async () => {
	const page = newPage();
	const before = await coverageOf(page, '三星村');
	const phone = newPhone();
	expect(await sign(page, phone)).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
	const slip = page.getByRole('article');
	expect(slip).toContainText('已承诺');
	expect(slip).toContainText('试*约');
	expect(slip).not.toContainText(phone);
	expect(page.getByText('村里核对以后计入户数')).toBeVisible();
	expect(await coverageOf(page, '三星村')).toBe(before);
});

test('wrong input is answered on its field and keeps what was typed', async () => {
	const page = newPage();
	await page.goto('/pledge');
	page.getByLabel('姓名').fill('试签约');
	page.getByLabel('电话').fill('12345');
	await page.getByRole('button', { name: '我自愿承诺' }).click();
	expect(page.getByRole('alert').first()).toContainText('有 2 处');
	expect(page.locator('#phone-error')).toContainText('电话号码好像不对');
	expect(page.locator('#villageId-error')).toContainText('哪个村');
	expect(page.getByLabel('姓名')).toHaveValue('试签约');
});

test('the same phone is told so and signs once', async () => {
	const page = newPage();
	const phone = newPhone();
	await sign(page, phone);
	const before = await coverageOf(page, '三星村');
	fill(page, phone);
	await page.getByRole('button', { name: '我自愿承诺' }).click();
	expect(page.getByRole('alert')).toContainText('已经签过');
	expect(await coverageOf(page, '三星村')).toBe(before);
});

test('the slip opens with phone and code elsewhere, and is withdrawn there', async () => {
	const page = newPage();
	const phone = newPhone();
	const code = await sign(page, phone);
	const address = page.url().split('#')[0]!;

	const other = newPage();
	await other.goto(address);
	expect(other, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	other.getByLabel('电话').fill(phone);
	other.getByLabel('六位编号').fill(code);
	await other.getByRole('button', { name: '查询' }).click();
	expect(other).toHaveURL(address);
	await other.getByText('撤回这份承诺').click();
	await other.getByRole('button', { name: '确定撤回' }).click();
	expect(other.locator('.stamp')).toHaveText('已撤回');
	expect(other.getByRole('button', { name: '确定撤回' })).toHaveCount(0);
	await sign(page, phone);
});
