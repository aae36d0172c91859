import { test } from 'vitest';
import { expect } from '../expect';
import { inDays } from '../acts';
import { newPage, pageOf } from '../visit';
import { draftTalk } from './village-talk';

test('an event that took place is completed with its numbers, which can be corrected', async () => {
	const page = await pageOf('liu');
	await draftTalk(page, { span: [inDays(-3), '09:00', '10:00'], kind: '无偿献血' });
	await page.getByRole('button', { name: '发布活动' }).click();
	expect(page.getByRole('alert')).toContainText('请办结');
	await page.getByRole('link', { name: '办结', exact: true }).click();
	page.getByLabel('到场人数').fill('20');
	await page.getByRole('button', { name: '办结' }).click();
	expect(page.locator('#donors-error')).toContainText('献血人次');
	page.getByLabel('献血人次').fill('21');
	page.getByLabel('献血量').fill('6300');
	await page.getByRole('button', { name: '办结' }).click();
	expect(page.locator('#donors-error')).toContainText('不能多于');
	page.getByLabel('献血人次').fill('18');
	await page.getByRole('button', { name: '办结' }).click();
	expect(page.getByRole('status')).toContainText('已办结');
	expect(page.locator('.facts').first()).toContainText('18 人次');
	await page.getByRole('link', { name: '更正办结数' }).click();
	page.getByLabel('献血人次').fill('17');
	await page.getByRole('button', { name: '保存' }).click();
	expect(page.locator('.facts').first()).toContainText('17 人次');
});

test('a cancelled event says why, on the desk and to villagers', async () => {
	const page = await pageOf('liu');
	const visitor = newPage().session;
	const { path } = await draftTalk(page);
	await page.getByRole('button', { name: '发布活动' }).click();
	await page.getByRole('link', { name: '取消活动' }).click();
	await page.getByRole('button', { name: '确定取消' }).click();
	expect(page.locator('#reason-error')).toContainText('原因');
	page.getByLabel('取消原因').fill('下大雨，改期');
	await page.getByRole('button', { name: '确定取消' }).click();
	expect(page.getByRole('alert')).toContainText('下大雨，改期');
	expect((await visitor.get(path.replace('/desk', ''))).text()).toContain('下大雨，改期');
});
