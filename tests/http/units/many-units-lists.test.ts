import { describe, test } from 'vitest';
import { expect } from '../expect';
import { office, startLargeTown } from './large-town';

startLargeTown();

describe('the office of a town with hundreds of villages', () => {
	test('narrows a list to a village, and then to a group', async () => {
		const page = await office();
		await page.goto('/desk/banquets');
		page.getByLabel('写名称查找').fill('三星村');
		await page.getByRole('button', { name: '查找' }).click();
		page.selectOption('select[name=unit]', { label: '三星村二组' });
		await page.getByRole('button', { name: '查看' }).click();
		expect(page).toHaveURL(/unit=[0-9a-f-]{36}/);
		expect(page.locator('.rows li').count()).toBeGreaterThan(0);
		expect(page.locator('.rows').innerText()).not.toMatch(/河沙村|三星村一组/);
		expect(page.locator('select[name=unit] option[selected]')).toContainText('三星村二组');
	});

	const lists = [
		'/desk/banquets',
		'/desk/activities',
		'/desk/pledges',
		'/desk/elders',
		'/desk/tasks?state=all',
		'/desk/banquets/calendar',
		'/desk/exports',
		'/desk/activities/zeros',
		'/desk/targets'
	];

	test('sees a list of the one village that a name finds, and of none while it finds several or none', async () => {
		const page = await office();
		for (const path of lists) {
			await page.goto(path);
			page.getByLabel('写名称查找').first().fill('三星村');
			await page.getByRole('button', { name: '查找' }).first().click();
			expect(page.locator('.finder option[selected]'), path).toHaveText('三星村');
			expect(page.locator('main'), path).not.toContainText('对得上的不止一个');
			await page.goto(path);
			page.getByLabel('写名称查找').first().fill('村');
			await page.getByRole('button', { name: '查找' }).first().click();
			expect(page.locator('.empty'), path).toContainText('请在查到的里面选一个');
			expect(page.locator('.finder'), path).toContainText('查到的不止 60 个');
			page.getByLabel('写名称查找').first().fill('没有这个村');
			await page.getByRole('button', { name: '查找' }).first().click();
			expect(page.locator('.empty'), path).toContainText('没有查到“没有这个村”');
		}
		await page.goto('/desk/banquets');
		page.getByLabel('写名称查找').fill('三星 二组');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page.locator('.finder option[selected]')).toHaveText('三星村二组');
		expect(page.locator('.rows').innerText()).not.toMatch(/河沙村|三星村一组/);
		await page.goto('/desk/activities?unit-find=三星村');
		const print = page.locator('a[href*="/activities/print"]').getAttribute('href')!;
		expect(new URLSearchParams(print.split('?')[1]).get('unit'), 'what is printed is what is shown').toMatch(/.{36}/);
	});
});
