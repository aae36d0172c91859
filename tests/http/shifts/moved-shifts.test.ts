import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf } from '../visit';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function fillSpan(page: Page, on: string, from: string, to: string) {
	page.getByLabel('日期').first().fill(on);
	page.getByLabel('开始').first().fill(from);
	page.getByLabel('结束').first().fill(to);
}

test('a slot that moves takes its shifts along, and the volunteer sees it until she says so', async () => {
	const [cadre, mei] = [await pageOf('wu'), await pageOf('mei')];
	const title = `试改时间 ${Date.now()}`;
	await cadre.goto('/desk/events/new');
	cadre.getByLabel('活动类型').selectOption({ label: '会议' });
	cadre.getByLabel('活动名称').fill(title);
	cadre.getByLabel('地点').fill('镇文化站');
	cadre.getByLabel('联系电话').fill('023-7123 4567');
	fillSpan(cadre, inDays(33), '09:00', '11:00');
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	await cadre.getByRole('button', { name: '发布活动' }).click();
	expect(cadre.getByRole('status')).toContainText('已发布');
	const desk = new URL(cadre.url()).pathname;
	await cadre.goto(`${desk}/shifts`);
	cadre.getByLabel('做什么').fill('引导入座');
	fillSpan(cadre, inDays(33), '08:30', '11:00');
	cadre.getByLabel('需要几人').fill('1');
	await cadre.getByRole('button', { name: '添加班次' }).click();

	await mei.goto('/schedule');
	const shift = mei.locator('.rows > li').filter({ hasText: title });
	await shift.getByRole('button').first().click();
	expect(shift).toContainText('08:30—11:00');

	await cadre.goto(`${desk}/slots`);
	await cadre.locator('main details summary').first().click();
	fillSpan(cadre, inDays(33), '10:00', '12:00');
	expect(cadre.getByLabel('班次一起改')).toBeChecked();
	await cadre.getByRole('button', { name: '保存' }).first().click();
	expect(cadre.locator('[id$="-reason-error"]')).toContainText('原因');
	cadre.getByLabel('为什么').first().fill('医生上午有会');
	await cadre.getByRole('button', { name: '保存' }).first().click();
	expect(cadre.getByRole('status')).toContainText('1 个班次跟着改了时间');
	await cadre.goto(`${desk}/shifts`);
	expect(cadre.locator('main')).toContainText('改了时间还没看到的：梅示例');

	await mei.goto('/schedule');
	expect(shift).toContainText('09:30—12:00');
	expect(shift).toContainText(/时间改了：原来 .*08:30—11:00.*医生上午有会/);
	await shift.getByRole('button', { name: '知道了' }).click();
	expect(mei.getByRole('status').first()).toContainText('就按新时间来');
	expect(shift).not.toContainText('时间改了');

	await cadre.goto(`${desk}/slots`);
	await cadre.locator('main details summary').first().click();
	fillSpan(cadre, inDays(35), '10:00', '12:00');
	cadre.getByLabel('班次一起改').uncheck();
	await cadre.getByRole('button', { name: '保存' }).first().click();
	expect(cadre.locator('main')).toContainText('班次没有动');
	expect(cadre.locator('main')).toContainText(/有班次没跟上.*引导入座/s);
});
