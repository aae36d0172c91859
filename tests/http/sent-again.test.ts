import { test } from 'vitest';
import { addDays } from '../../src/lib/domain/calendar/calendar';
import { newTitle, publishEvent } from './acts';
import { fillDeclaration, today } from './banquets/declare-banquet';
import { expect } from './expect';
import type { Page } from './page';
import { newPage, newPhone, pageOf } from './visit';

const idOf = (page: Page) => page.$('main form[method=post] [name=id]').first();

/** The form as the browser gives it back after a step back: as it was sent, its hidden id too. */
async function goBack(page: Page, sent: { id: string | undefined }, fill: () => Promise<void> | void): Promise<void> {
	await fill();
	idOf(page).attr('value', sent.id!);
}

test('a declaration that is mended with the back button is not lost: it is kept in the form, and written at the next press', async () => {
	const page = newPage();
	const phone = newPhone();
	const fill = async (on: string, tables: string) => {
		await fillDeclaration(page, phone, on);
		page.getByLabel('一共多少桌').fill(tables);
		page.getByLabel('我已看过').check();
	};
	const send = () => page.getByRole('button', { name: '报给村里' }).click();
	const [first, other] = [addDays(today(), 3), addDays(today(), 4)];
	await fill(first, '36');
	const sent = { id: idOf(page).attr('value') };
	await send();
	const address = new URL(page.url()).pathname;

	await goBack(page, sent, () => fill(first, '36'));
	await send();
	expect(new URL(page.url()).pathname, 'the same again is done already').toBe(address);

	await goBack(page, sent, () => fill(other, '12'));
	expect((await send())!.status).toBe(409);
	expect(page.getByRole('alert')).toContainText('现在的没有登记');
	expect(page.getByRole('link', { name: '打开我家的记录' })).toHaveAttribute('href', address);
	expect(page.locator('#tablesPlanned')).toHaveValue('12');
	expect(idOf(page).attr('value')).not.toBe(sent.id);
	await send();
	expect(page.getByText('报备好了')).toBeVisible();
	expect(new URL(page.url()).pathname).not.toBe(address);
	expect(page.locator('main')).toContainText('12 桌');
	await page.goto(address);
	expect(page.locator('main')).toContainText('36 桌');
});

test('an entry that a cadre sends once more with other contents is refused in words, and written at the next press', async () => {
	const page = await pageOf('liu');
	const subject = `试录 ${Date.now()}`;
	const fill = async (quantity: string) => {
		await page.goto('/desk/activities/new');
		page.getByLabel('类别').selectOption({ label: '标语、宣传画' });
		page.getByLabel('事项').fill(subject);
		page.getByLabel('数量').fill(quantity);
		page.getByLabel('责任人').fill('试责任');
	};
	const send = () => page.getByRole('button', { name: '记入台账' }).click();
	await fill('3');
	const sent = { id: idOf(page).attr('value') };
	await send();
	const address = page.url();
	await goBack(page, sent, () => fill('4'));
	expect((await send())!.status).toBe(409);
	expect(page.getByRole('alert')).toContainText('这张表已经交过一次');
	expect(page.getByLabel('数量')).toHaveValue('4');
	await send();
	expect(page.locator('.facts')).toContainText('4 幅');
	expect(page.url()).not.toBe(address);
	await page.goto(address);
	expect(page.locator('.facts')).toContainText('3 幅');
});

test('a paper list that is sent once more with another line gets new ids, and is checked and saved as a list of its own', async () => {
	const page = await pageOf('liu');
	const slot = { kind: '讲座宣讲：健康讲座', place: '三星村文化广场', capacity: 9 };
	const address = await publishEvent(page, { title: newTitle('试再交'), ...slot });
	const check = async () => {
		await page.getByRole('button', { name: '检查' }).last().click();
	};
	const save = () => page.getByRole('button', { name: '保存 1 家' }).click();
	const fill = async (name: string) => {
		await page.goto(`${address}/paper`);
		page.getByLabel('第 1 行 姓名').fill(name);
		page.getByLabel('第 1 行 村').selectOption({ label: '三星村' });
	};
	await fill('试名甲');
	const sent = { id: idOf(page).attr('value') };
	await check();
	await save();
	expect(page.getByRole('status')).toContainText('保存好了：1 家');
	await goBack(page, sent, () => fill('试名乙'));
	await check();
	await save();
	expect(page.getByRole('alert')).toContainText('这张表已经交过一次');
	expect(page.getByLabel('第 1 行 姓名')).toHaveValue('试名乙');
	await check();
	await save();
	expect(page.getByRole('status')).toContainText('保存好了：1 家');
	await page.goto(`${address}/list`);
	expect(page.locator('main').getByText('试*乙')).toBeVisible();
});
