import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone, pageOf } from '../visit';
import { recordBanquet } from './record-banquet';

test('a household opens its own record, answers it, and sees correction and reply', async () => {
	const liu = await pageOf('liu');
	const phone = newPhone();
	const { path, code } = await recordBanquet(liu, phone);
	const household = path.replace('/desk/banquets', '/household');

	const villager = newPage();
	await villager.goto(household);
	expect(villager, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	villager.fill('[name=phone]', phone);
	villager.fill('[name=code]', code);
	await villager.locator('main form button').click();
	expect(villager).toHaveURL(new RegExp(household));
	expect(villager.locator('script')).toHaveCount(0);
	villager.fill('[name=text]', '只有 30 桌。');
	await villager.getByRole('button', { name: '发给村里' }).click();
	expect(villager.getByRole('status')).toContainText('收到了');

	await liu.goto(`${path}/correct`);
	liu.fill('[name=tablesPlanned]', '30');
	liu.fill('[name=reason]', '住户说只有 30 桌');
	await liu.getByRole('button', { name: '保存更正' }).click();
	expect(liu.getByText('只有 30 桌。')).toBeVisible();
	liu.fill('[name=text]', '已改为 30 桌。');
	await liu.getByRole('button', { name: '发出答复' }).click();
	expect(liu.getByText('已改为 30 桌。')).toBeVisible();

	await villager.goto(household);
	expect(villager.getByText('已改为 30 桌。')).toBeVisible();
	expect(villager.getByText('计划桌数由“90”改为“30”')).toBeVisible();
	expect(villager.getByText('原因：住户说只有 30 桌')).toBeVisible();
});
