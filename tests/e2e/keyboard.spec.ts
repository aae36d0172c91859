import { expect, test } from '@playwright/test';
import { inDays, newTitle, publishEvent } from '../http/acts';
import { Page as Form } from '../http/page';
import { yearOf } from '../../src/lib/domain/calendar/calendar';
import { open, sessionOf } from './browsers';
import { pleasesAxe } from './sound';

const desk = { viewport: { width: 1440, height: 900 } };

test('a paper list is keyed in without the mouse, checked, and saved once', async ({ browser }) => {
	const liu = new Form(await sessionOf('liu'));
	const event = await publishEvent(liu, { title: newTitle('试纸单'), capacity: 3 });
	const page = await open(browser, { as: 'liu', ...desk });
	await page.goto(`${event}/paper`);
	const phone = `133${String(Date.now()).slice(-8)}`;
	await page.getByLabel('第 1 行 姓名').focus();
	for (const [name, number, people] of [
		['试名甲', phone, '2'],
		['试名乙', '', '2'],
		['试名丙', phone, '']
	] as const) {
		for (const text of [name, number]) {
			await page.keyboard.type(text);
			await page.keyboard.press('Tab');
		}
		if (name === '试名甲') await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Tab');
		await page.keyboard.type(people);
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await expect(page.getByRole('row').nth(1)).toContainText('有名额');
	await expect(page.locator('main')).toContainText('和第 1 行电话相同，并成一家');
	await expect(page.locator('main')).toContainText('排候补');
	await pleasesAxe(page);
	await page.getByRole('button', { name: '保存 2 家' }).click();
	await expect(page.getByRole('status')).toContainText('保存好了：2 家');
	await page.goto(`${event}/list`);
	await expect(page.locator('main')).toContainText('已报名 3 人，候补 1 批');
});

test('the sheet of targets is typed from cell to cell', async ({ browser }) => {
	const page = await open(browser, { as: 'zhou', ...desk });
	await page.goto(`/desk/targets/set?year=${yearOf(inDays(0)) + 1}`);
	const typed = [
		['太平场镇', '42'],
		['三星村', '11'],
		['河沙村', '十一'],
		['中坝村', '10']
	] as const;
	const cell = (unit: string) => page.getByRole('textbox', { name: `健康讲座，${unit}`, exact: true });
	await cell('太平场镇').focus();
	await page.keyboard.press('Control+A');
	for (const [, value] of typed) {
		await page.keyboard.type(value);
		await page.keyboard.press('Tab');
	}
	for (const [unit, value] of typed) await expect(cell(unit)).toHaveValue(value);
});
