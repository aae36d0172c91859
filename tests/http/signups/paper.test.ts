import { test } from 'vitest';
import { expect } from '../expect';
import { newTitle, publishEvent } from '../acts';
import type { Page } from '../page';
import { newPhone, pageOf } from '../visit';

/** A published event with one slot of `capacity` places; its desk address. */
const publish = (page: Page, capacity: number): Promise<string> =>
	publishEvent(page, { title: newTitle('试纸单'), kind: '讲座宣讲：健康讲座', place: '三星村文化广场', capacity });

test('lines pasted from a spreadsheet fill the table; what is wrong is said beside its line, what is listed is skipped', async () => {
	const page = await pageOf('liu');
	const address = await publish(page, 9);
	await page.goto(`${address}/paper`);
	const phone = newPhone();
	const paste = async (text: string) => {
		await page.getByText('从 Excel 粘贴', { exact: true }).first().click();
		page.locator('[name=pasted]').fill(text);
		await page.getByRole('button', { name: '放进表格' }).click();
	};
	await paste(`姓名\t电话\t村\t人数\n试 名 甲\t${phone}\t三星\t2\n试名乙\t12345\t河沙村\t1`);
	await page.getByRole('button', { name: '检查' }).last().click();
	expect(page.getByRole('alert')).toContainText('要改一改');
	expect(page.locator('main')).toContainText('电话号码好像不对');
	page.getByLabel('第 2 行 电话').fill('');
	await page.getByRole('button', { name: '检查' }).last().click();
	await page.getByRole('button', { name: '保存 2 家' }).click();
	expect(page.getByRole('status')).toContainText('保存好了：2 家');

	await paste(`试名甲\t${phone}\t三星村\t2\n试名乙\t\t河沙村\t`);
	await page.getByRole('button', { name: '检查' }).last().click();
	expect(page.locator('main')).toContainText('已经报过这个时段');
	expect(page.locator('main')).toContainText('名单里已有同名的');
	page.getByLabel('第 2 行 姓名').fill('试名丁');
	await page.getByRole('button', { name: '保存 1 家' }).click();
	expect(page.locator('main'), 'a changed line is checked again first').toContainText('检查好了，1 家可以保存');
	await page.getByRole('button', { name: '保存 1 家' }).click();
	expect(page.getByRole('status')).toContainText('保存好了：1 家');
});

test('what is doubtful in a pasted list is said: an unknown village, a line written twice, and lines beyond the table’s end', async () => {
	const page = await pageOf('liu');
	const address = await publish(page, 300);
	await page.goto(`${address}/paper`);
	const phone = newPhone();
	const many = Array.from(
		{ length: 119 },
		(_, nth) =>
			`${nth + 4}\t三星村\t试甲${'一二三四五六七八九十'[nth % 10]}\t132${String(Date.now()).slice(-4)}${String(nth).padStart(4, '0')}`
	);
	const few = [`1\t三星\t试名甲\t${phone}`, `2\t刘家村\t试名乙\t`, `3\t三星村\t试名甲\t${phone}`];
	await page.getByText('从 Excel 粘贴', { exact: true }).first().click();
	page.locator('[name=pasted]').fill(['序号\t村\t姓名\t电话', ...few, ...many].join('\n'));
	await page.getByRole('button', { name: '放进表格' }).click();
	expect(page.getByRole('alert')).toContainText('有 2 行没有放进表格');
	expect(page.locator('[name=pasted]')).toHaveValue(/^序号.*\n121\t.*\n122\t[^\n]*$/);
	expect(page.getByLabel('第 2 行 村')).toContainText('刘家村？请选');
	await page.getByRole('button', { name: '检查' }).last().click();
	expect(page.getByRole('row').nth(2)).toContainText('请重新选');
	expect(page.getByRole('row').nth(3)).toContainText('与第 1 行重复，只算一次');
	page.getByLabel('第 2 行 村').selectOption({ label: '外乡镇' });
	await page.getByRole('button', { name: '检查' }).last().click();
	await page.getByRole('button', { name: '保存 119 家' }).click();
	expect(page.getByRole('status')).toContainText('保存好了：119 家');
	expect(page.locator('main')).toContainText('还有 2 行没有录');
});

test('a cadre finds a party by its telephone and moves it up with a reason', async () => {
	const page = await pageOf('liu');
	const address = await publish(page, 2);
	await page.goto(`${address}/paper`);
	const [large, small] = [newPhone(), newPhone()];
	await page.getByText('从 Excel 粘贴', { exact: true }).first().click();
	page
		.locator('[name=pasted]')
		.fill(`试名甲\t${newPhone()}\t三星村\t1\n试名乙\t${large}\t三星村\t2\n试名丙\t${small}\t三星村\t1`);
	await page.getByRole('button', { name: '放进表格' }).click();
	await page.getByRole('button', { name: '检查' }).last().click();
	await page.getByRole('button', { name: '保存 3 家' }).click();

	await page.goto('/desk/signups');
	page.getByLabel('电话').fill('13300000000');
	await page.getByRole('button', { name: '查' }).click();
	expect(page.locator('#phone-error')).toContainText('没有报过名');
	page.getByLabel('电话').fill(small);
	await page.getByRole('button', { name: '查' }).click();
	expect(page.getByRole('heading', { level: 1 })).toHaveText('试名丙');
	expect(page.locator('main')).toContainText('候补第 2 位');
	await page.getByText('调整候补次序').click();
	await page.getByRole('button', { name: '调整' }).click();
	expect(page.locator('#reason-error')).toBeVisible();
	page.getByLabel('原因').fill('陪护的老人只能这一场来');
	await page.getByRole('button', { name: '调整' }).click();
	expect(page.locator('main')).toContainText('已确认');
	expect(page.locator('main')).toContainText('陪护的老人只能这一场来');
});
