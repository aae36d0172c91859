import { test } from 'vitest';
import { draftEvent, inDays, newTitle, publishEvent } from '../acts';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';

/** A villager with the form of the first slot filled in and not sent. */
async function filled(path: string): Promise<Page> {
	const villager = newPage();
	await villager.goto(path.replace('/desk', ''));
	await villager.locator('a[href*="sign-up"]').first().click();
	villager.getByLabel('姓名').fill('试名迟');
	villager.getByLabel('电话').fill(newPhone());
	villager.getByLabel('三星村').check();
	villager.getByLabel('3 位').check();
	return villager;
}

const send = (page: Page) => page.getByRole('button', { name: /确认报名|排进候补/ }).click();

test('a form sent after the event was cancelled is answered with “没有报上”, and what was typed is still there', async () => {
	const cadre = await pageOf('liu');
	const path = await publishEvent(cadre, { title: newTitle('试取消'), capacity: 9 });
	const villager = await filled(path);
	await cadre.goto(`${path}/cancel`);
	cadre.locator('[name=reason]').fill('下大雨');
	await cadre.locator('main form .danger').click();
	await send(villager);
	expect(villager.getByRole('alert')).toContainText('没有报上');
	expect(villager.getByRole('alert')).toContainText('下大雨');
	expect(villager.getByLabel('姓名')).toHaveValue('试名迟');
	expect(villager.getByLabel('3 位')).toBeChecked();
	expect(villager.getByRole('button', { name: /确认报名|排进候补/ }), 'nothing can be sent').toHaveCount(0);
	await villager.goto(villager.url());
	expect(villager, 'a fresh visit goes to the event').toHaveURL(/\/events\/[0-9a-f-]{36}#slots$/);
});

test('where the slot alone is gone, another is chosen with what was typed', async () => {
	const cadre = await pageOf('liu');
	const path = await draftEvent(cadre, { title: newTitle('试撤时段'), capacity: 9 });
	await cadre.goto(`${path}/slots`);
	const add = cadre.locator('form[action="?/add"]');
	add.locator('[name=on]').fill(inDays(31));
	add.locator('[name=startsAt]').fill('14:00');
	add.locator('[name=endsAt]').fill('15:00');
	await add.getByRole('button').last().click();
	await cadre.goto(path);
	await cadre.getByRole('button', { name: '发布活动' }).click();
	const villager = await filled(path);
	await cadre.goto(`${path}/slots`);
	await cadre.locator('.rows summary').first().click();
	await cadre.locator('form[action="?/remove"] button').first().click();
	await send(villager);
	expect(villager.getByRole('alert')).toContainText('没有报上');
	await send(villager);
	expect(villager.locator('#slotId-error'), 'none was chosen').toBeVisible();
	villager.getByLabel(/14:00—15:00/).check();
	await send(villager);
	expect(villager.locator('.slip')).toContainText('试*迟');
	expect(villager.locator('.slip')).toContainText('14:00—15:00');
});

test('what a cadre typed into a form that came too late is still there', async () => {
	const [slow, quick] = [await pageOf('liu'), await pageOf('wu')];
	const path = await publishEvent(slow, { title: newTitle('试迟到') });
	await slow.goto(`${path}/edit`);
	slow.getByLabel('活动名称').fill('改了一半的名称');
	await quick.goto(`${path}/cancel`);
	quick.locator('[name=reason]').fill('停电');
	await quick.locator('main form .danger').click();
	await slow.locator('main form .primary').click();
	expect(slow.getByRole('alert')).toBeVisible();
	expect(slow.getByLabel('活动名称')).toHaveValue('改了一半的名称');
});
