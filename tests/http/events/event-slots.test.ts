import { test } from 'vitest';
import { inDays } from '../acts';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf } from '../visit';
import { draftTalk, join, publish, morning } from './village-talk';

test('more places move the waitlist up; fewer than are taken are refused', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page);
	await page.getByRole('button', { name: '发布活动' }).click();
	await join(path, 2);
	await join(path, 2);
	await page.goto(`${path}/slots`);
	expect(page.locator('.rows')).toContainText('候补 1 批');
	await changeCapacity(page, '1');
	expect(page.getByRole('alert')).toContainText('不能少于');
	page.locator('.rows').getByLabel('名额（人）').fill('4');
	await page.getByRole('button', { name: '保存时段' }).click();
	expect(page.locator('.rows')).toContainText('4／4 人');
	expect(page.locator('.rows')).not.toContainText('候补 1 批');
});

test('a slot may go past midnight: the form asks, and shows it so when it is changed', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page);
	await page.goto(`${path}/slots`);
	const add = page.locator('form[action="?/add"]');
	expect(add.getByLabel('到第二天才结束'), 'asked only where it matters').toHaveCount(0);
	add.locator('[name=on]').fill(inDays(400));
	add.locator('[name=startsAt]').fill('22:00');
	add.locator('[name=endsAt]').fill('01:30');
	await add.getByRole('button').last().click();
	expect(page.locator('#new-endsAt-error')).toContainText('第二天');
	expect(add.locator('[name=endsAt]'), 'what was typed stays').toHaveValue('01:30');
	add.getByLabel('到第二天才结束').check();
	await add.getByRole('button').last().click();
	expect(page.locator('.rows')).toContainText(' 22:00—次日01:30');
	expect(page.locator('.rows').getByLabel('到第二天才结束').last()).toBeChecked();
	add.locator('[name=on]').fill(inDays(401));
	add.locator('[name=startsAt]').fill('22:00');
	add.locator('[name=endsAt]').fill('00:00');
	await add.getByRole('button').last().click();
	expect(page.locator('.rows')).toContainText(' 22:00—24:00');
});

async function changeCapacity(page: Page, capacity: string) {
	await page.locator('.rows summary').click();
	page.locator('.rows').getByLabel('名额（人）').fill(capacity);
	await page.getByRole('button', { name: '保存时段' }).click();
}

test('a move needs a reason once people signed up, and the event’s page and the slip show it', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page, morning);
	await page.goto(path);
	await publish(page);
	const villager = await join(path);
	await page.goto(`${path}/slots`);
	await page.locator('.rows summary').click();
	page.locator('.rows').getByLabel('开始').fill('10:00');
	await page.getByRole('button', { name: '保存时段' }).click();
	expect(page.locator('.rows .error')).toContainText('原因');
	expect(page.locator('.rows').getByLabel('开始')).toHaveValue('10:00');
	page.locator('.rows').getByLabel('为什么改').fill('医生早上有门诊');
	await page.getByRole('button', { name: '保存时段' }).click();
	expect(page.locator('.rows')).toContainText('10:00—11:00');
	await villager.reload();
	expect(villager.getByRole('alert')).toContainText('原来是09:30—11:00');
	expect(villager.getByRole('alert')).toContainText('医生早上有门诊');
	await villager.goto(path.replace('/desk', ''));
	expect(villager.getByRole('alert')).toContainText('时间改了');
	await page.goto(`${path}/cancel`);
	page.getByLabel('取消原因').fill('下大雨');
	await page.getByRole('button', { name: '确定取消' }).click();
	await page.goto(`${path}/kit`);
	expect(page.getByLabel('取消通知（广播）')).toHaveValue(/取消了.*下大雨.*不用来了/s);
});
