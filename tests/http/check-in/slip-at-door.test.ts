import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone, pageOf } from '../visit';
import { newDoorEvent, slipCodeOf } from './door-event';

test('after check-in the slip says so, offers no withdrawal, and a withdrawal sent anyhow is told why', async () => {
	const event = await newDoorEvent(await pageOf('wu'));
	const villager = newPage();
	const code = await slipCodeOf(villager, event, { name: '试名到', phone: newPhone(), partySize: 2 });
	const slip = villager.url();
	const calendar = await villager.getByRole('link', { name: '把这个时段加到日历' }).download();
	expect(calendar.text()).toContain(`UID:${slip.split('/').at(-1)!}@xinfeng`);
	expect(villager.getByText('不来了，取消报名')).toHaveCount(1);

	const door = await pageOf('mei');
	await door.goto(`/door/${event}`);
	door.getByLabel('凭条上的码').fill(code);
	await door.getByRole('button', { name: '签到', exact: true }).click();

	await villager.getByText('不来了，取消报名').click();
	await villager.getByRole('button', { name: '确定取消报名' }).click();
	expect(villager.getByRole('alert')).toContainText('已经签到了');
	await villager.goto(slip);
	expect(villager.locator('.slip')).toContainText(/已签到 \d\d:\d\d，2 位/);
	expect(villager.locator('.stamp')).toHaveText('已签到');
	expect(villager.getByText('不来了，取消报名')).toHaveCount(0);
	expect(villager.locator('form[action="?/party"]')).toHaveCount(0);
});
