import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';
import { writeXlsx } from 'hucre/xlsx';

const stems = '甲乙丙丁戊己庚辛壬癸';
const unique = Array.from(String(Date.now()).slice(-4), (digit) => stems[Number(digit)]).join('');

test('a roll comes in from a spreadsheet, and its next banquet goes from the proposal to tables and name cards', async () => {
	const page = await pageOf('qiao');
	const file = await writeXlsx({
		sheets: [
			{
				name: '名册',
				rows: [
					['桥头社区老人名册'],
					['姓名', '性别', '出生日期', '身份证号', '小组', '电话'],
					[`古${unique}`, '女', '1947.2.30', '', '一组', '13800009991'],
					[`新${unique}`, '男', '1950年闰六月初一', '', '一组', ''],
					['合计', '2人', '', '', '', '']
				]
			}
		]
	});
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

	await page.goto('/desk/birthdays');
	await page.locator('a[href^="/desk/birthdays/new"]').first().click();
	await page.getByRole('button', { name: '定下来' }).click();
	expect(page.getByText('名单也排好了')).toBeVisible();
	const list = new URL(page.url()).pathname;
	await page.getByRole('link', { name: /去打电话/ }).click();
	const first = page.locator('.calls > li').first();
	const name = first.locator('h2').innerText();
	first.locator('[name=companions]').selectOption('2');
	await first.getByRole('button', { name: '要来' }).click();
	expect(page.locator('.calls > li h2').filter({ hasText: name }).first()).toBeHidden();
	await page.locator('.calls > li').first().getByRole('button', { name: '没打通' }).click();

	await page.goto(`${list}/seats`);
	await page.getByRole('button', { name: '排座位' }).click();
	expect(page.locator('#table-1')).toContainText(name);
	expect(page.locator('#table-1')).toContainText('3 / 8 位');
	page.locator('#table-1 [name=table]').selectOption('2');
	await page.locator('#table-1').getByRole('button', { name: '挪' }).click();
	expect(page.locator('#table-2')).toContainText('挪过');
	await page.goto(`${list}/cards`);
	expect(page.locator('main li').filter({ hasText: name })).toContainText('第 2 桌');
	await page.goto(`${list}/letters`);
	expect(page.locator('main article').filter({ hasText: name })).toContainText('长寿面');
	await page.goto(`${list}/results`);
	expect(page.getByText('还没有开席')).toBeVisible();

	const liu = await pageOf('liu');
	for (const part of ['', '/calls', '/seats', '/kitchen', '/letters', '/cards', '/results'])
		expect((await liu.goto(list + part)).status, part).toBe(403);
	expect((await liu.goto('/desk/birthdays/00000000-0000-7000-8000-00000000dead')).status).toBe(404);
	expect((await liu.goto('/desk/elders/00000000-0000-7000-8000-00000000dead')).status).toBe(404);
});

test('an elder is added in the calendar told, and wrong input stays on its field', async () => {
	const page = await pageOf('qiao');
	await page.goto('/desk/elders/new');
	page.selectOption('[name=unitId]', { label: '桥头社区一组' });
	page.fill('[name=name]', `欧阳${unique}`);
	page.check('[name=sex][value=female]');
	page.check('[name=calendar][value=lunar]');
	page.fill('[name=lunarYear]', '1946');
	page.selectOption('[name=lunarMonth]', '3');
	page.selectOption('[name=lunarDay]', '30');
	page.check('[name=isLeap]');
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.locator('#lunarYear')).toHaveAttribute('aria-invalid', 'true');
	expect(page.locator('[name=name]')).toHaveValue(`欧阳${unique}`);
	page.uncheck('[name=isLeap]');
	page.selectOption('[name=lunarDay]', '1');
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.getByText('农历1946年三月初一')).toBeVisible();
	await page.getByText('过世或迁走').click();
	page.check('[name=reason][value=moved]');
	await page.getByRole('button', { name: '标记' }).click();
	expect(page.getByText('已经不在名册里了')).toBeVisible();
});
