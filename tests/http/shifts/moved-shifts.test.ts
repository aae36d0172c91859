import { test } from 'vitest';
import { expect } from '../expect';
import { fillSpan, inDays, newTitle, publishEvent } from '../acts';
import type { Page } from '../page';
import { pageOf } from '../visit';

test('a slot that moves takes its shifts along, and the volunteer sees it until she says so', async () => {
	const [cadre, mei] = [await pageOf('wu'), await pageOf('mei')];
	const title = newTitle('试改时间');
	const span = [inDays(33), '09:00', '11:00'] as const;
	const desk = await publishEvent(cadre, { title, span });
	await cadre.goto(`${desk}/shifts`);
	cadre.getByLabel('做什么').fill('引导入座');
	fillSpan(cadre, [inDays(33), '08:30', '11:00']);
	cadre.getByLabel('需要几人').fill('1');
	await cadre.getByRole('button', { name: '添加班次' }).click();

	await mei.goto('/schedule');
	const shift = mei.locator('.rows > li').filter({ hasText: title });
	await shift.getByRole('button').first().click();
	expect(shift).toContainText('08:30—11:00');

	await moveSlot(cadre, desk);
	await mei.goto('/schedule');
	expect(shift).toContainText('09:30—12:00');
	expect(shift).toContainText(/时间改了：原来 .*08:30—11:00.*医生上午有会/);
	await shift.getByRole('button', { name: '知道了' }).click();
	expect(mei.getByRole('status').first()).toContainText('就按新时间来');
	expect(shift).not.toContainText('时间改了');

	await moveSlotAlone(cadre, desk);
});

/** A move needs a reason; the shifts go along. */
async function moveSlot(cadre: Page, desk: string): Promise<void> {
	await cadre.goto(`${desk}/slots`);
	await cadre.locator('main details summary').first().click();
	fillSpan(cadre, [inDays(33), '10:00', '12:00']);
	expect(cadre.getByLabel('班次一起改')).toBeChecked();
	await cadre.getByRole('button', { name: '保存' }).first().click();
	expect(cadre.locator('[id$="-reason-error"]')).toContainText('原因');
	cadre.getByLabel('为什么').first().fill('医生上午有会');
	await cadre.getByRole('button', { name: '保存' }).first().click();
	expect(cadre.getByRole('status')).toContainText('1 个班次跟着改了时间');
	await cadre.goto(`${desk}/shifts`);
	expect(cadre.locator('main')).toContainText('改了时间还没看到的：梅示例');
}

/** The shifts keep their time when the cadre says so. */
async function moveSlotAlone(cadre: Page, desk: string): Promise<void> {
	await cadre.goto(`${desk}/slots`);
	await cadre.locator('main details summary').first().click();
	fillSpan(cadre, [inDays(35), '10:00', '12:00']);
	cadre.getByLabel('班次一起改').uncheck();
	await cadre.getByRole('button', { name: '保存' }).first().click();
	expect(cadre.locator('main')).toContainText('班次没有动');
	expect(cadre.locator('main')).toContainText(/有班次没跟上.*引导入座/s);
}
