import { test } from 'vitest';
import { expect } from '../expect';
import { nameEnd } from '../invented-name';
import type { Page } from '../page';
import { pageOf } from '../visit';
import { writeXlsx } from 'hucre/xlsx';

test('a roll comes in from a spreadsheet, and its next banquet goes from the proposal to tables and name cards', async () => {
	const page = await pageOf('qiao');
	await importRoll(page);
	const list = await planBanquet(page);
	const name = await callGuests(page);
	await seatGuests(page, list, name);
	await printPapers(page, list, name);

	const liu = await pageOf('liu');
	for (const part of ['', '/calls', '/seats', '/kitchen', '/letters', '/cards', '/results'])
		expect((await liu.goto(list + part)).status, part).toBe(403);
	expect((await liu.goto('/desk/birthdays/00000000-0000-7000-8000-00000000dead')).status).toBe(404);
	expect((await liu.goto('/desk/elders/00000000-0000-7000-8000-00000000dead')).status).toBe(404);
});

const roll = () =>
	writeXlsx({
		sheets: [
			{
				name: '名册',
				rows: [
					['桥头社区老人名册'],
					['姓名', '性别', '出生日期', '身份证号', '小组', '电话'],
					[`古${nameEnd}`, '女', '1947.2.30', '', '一组', '13800009991'],
					[`新${nameEnd}`, '男', '1950年闰六月初一', '', '一组', ''],
					['合计', '2人', '', '', '', '']
				]
			}
		]
	});

/** Dates are read in the lunar calendar; one that does not exist is corrected. */
async function importRoll(page: Page): Promise<void> {
	const file = await roll();
	await page.goto('/desk/imports/new?ledger=elders');
	page.setInputFiles('[name=file]', {
		name: 'roll.xlsx',
		mimeType: 'application/xlsx',
		buffer: Buffer.from(file)
	});
	await page.getByRole('button', { name: '读表格' }).click();
	expect(page.getByText('没有读、也没有存的栏目：身份证号')).toBeVisible();
	await page.getByText('栏目对得上吗').click();
	page.selectOption('[name=calendar]', 'lunar');
	await page.getByRole('button', { name: '按这样重新核对' }).click();
	const wrong = page.locator('.mend > li');
	expect(wrong, '1950 has no leap sixth month').toHaveCount(1);
	expect(page.getByText('农历1947年二月三十').first()).toBeVisible();
	wrong.locator('input[name$=".birth"]').first().fill('1950年六月初一');
	await page.getByRole('button', { name: '改好了，再核对' }).click();
	await page.getByRole('button', { name: '写入 2 条' }).click();
	expect(page.getByText('已写入 2 条')).toBeVisible();
}

/** Out: the address of the banquet's list. */
async function planBanquet(page: Page): Promise<string> {
	await page.goto('/desk/birthdays');
	await page.locator('a[href^="/desk/birthdays/new"]').first().click();
	await page.getByRole('button', { name: '定下来' }).click();
	expect(page.getByText('名单也排好了')).toBeVisible();
	return new URL(page.url()).pathname;
}

/** The first guest comes with two others, the second cannot be reached. Out: the first one's name. */
async function callGuests(page: Page): Promise<string> {
	await page.getByRole('link', { name: /去打电话/ }).click();
	const first = page.locator('.calls > li').first();
	const name = first.locator('h2').innerText();
	first.locator('[name=companions]').selectOption('2');
	await first.getByRole('button', { name: '要来' }).click();
	expect(page.locator('.calls > li h2').filter({ hasText: name }).first()).toBeHidden();
	await page.locator('.calls > li').first().getByRole('button', { name: '没打通' }).click();
	return name;
}

async function seatGuests(page: Page, list: string, name: string): Promise<void> {
	await page.goto(`${list}/seats`);
	await page.getByRole('button', { name: '排座位' }).click();
	expect(page.locator('#table-1')).toContainText(name);
	expect(page.locator('#table-1')).toContainText('3 / 8 位');
	page.locator('#table-1 [name=table]').selectOption('2');
	await page.locator('#table-1').getByRole('button', { name: '挪' }).click();
	expect(page.locator('#table-2')).toContainText('挪过');
}

async function printPapers(page: Page, list: string, name: string): Promise<void> {
	await page.goto(`${list}/cards`);
	expect(page.locator('main li').filter({ hasText: name })).toContainText('第 2 桌');
	await page.goto(`${list}/letters`);
	expect(page.locator('main article').filter({ hasText: name })).toContainText('长寿面');
	await page.goto(`${list}/results`);
	expect(page.getByText('还没有开席')).toBeVisible();
}
