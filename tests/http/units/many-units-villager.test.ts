import { describe, test } from 'vitest';
import { expect } from '../expect';
import { openForm } from '../signups/sign-up-form';
import { newPhone } from '../visit';
import { found, startLargeTown, visitor } from './large-town';

startLargeTown();

describe('a villager of a town with hundreds of villages', () => {
	test('looks for their own by its name, and loses nothing of what they typed', async () => {
		const page = visitor();
		await openForm(page);
		expect(found(page), 'not every village').toEqual(['请选择', '外乡镇']);
		const phone = newPhone();
		page.getByLabel('姓名').fill('试查村');
		page.getByLabel('电话').fill(phone);
		page.getByLabel('2 位').check();
		page.getByLabel('写名称查找').fill('第17村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page).toHaveURL(/sign-up\?slot=.*#villageId$/);
		expect(page.getByLabel('姓名')).toHaveValue('试查村');
		expect(page.getByLabel('电话')).toHaveValue(phone);
		expect(page.getByLabel('2 位')).toBeChecked();
		expect(page.locator('select[name=villageId] option[selected]')).toContainText('第17村');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('chooses among several that have such a name; a name that was not looked for yet is looked for first', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('姓名').fill('试选村');
		page.getByLabel('电话').fill(newPhone());
		page.getByLabel('写名称查找').fill('39');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('#villageId-error')).toContainText('请在查到的里面选一个');
		expect(page.getByLabel('姓名')).toHaveValue('试选村');
		expect(found(page)).toContain('第139村');
		page.getByLabel('写名称查找').fill('星村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(found(page)).toEqual(['请选择', '三星村', '外乡镇']);
		page.getByLabel('写名称查找').fill('39');
		await page.getByRole('button', { name: '查找' }).click();
		expect(found(page)).toContain('第390村');
		page.selectOption('select[name=villageId]', { label: '第390村' });
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('by a name that finds exactly one, has chosen it; what else is wrong is said at once', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('写名称查找').fill('第１８村');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('#villageId-error')).toHaveCount(0);
		expect(page.getByRole('alert')).toContainText('姓名');
		expect(page.locator('select[name=villageId] option[selected]')).toContainText('第18村');
		page.getByLabel('写名称查找').fill('没有这个村');
		page.getByLabel('姓名').fill('试一次');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('#villageId-error')).toContainText('请在查到的里面选一个');
		expect(page.locator('#phone-error'), 'all faults in one round').toHaveCount(1);
		page.getByLabel('电话').fill(newPhone());
		page.getByLabel('写名称查找').fill('第19村');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('who looked for their village is not led back to it: a refused form opens at its summary, and a slip at its top', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('写名称查找').fill('第20村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page).toHaveURL(/#villageId$/);
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page).not.toHaveURL(/#/);
		expect(page.getByRole('alert').getAttribute('autofocus')).not.toBeNull();
		page.getByLabel('姓名').fill('试不带');
		page.getByLabel('电话').fill(newPhone());
		await page.getByRole('button', { name: '查找' }).click();
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
		expect(page).not.toHaveURL(/#/);
	});

	test('from elsewhere says so without looking for anything', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('姓名').fill('试外镇');
		page.getByLabel('电话').fill(newPhone());
		page.selectOption('select[name=villageId]', { label: '外乡镇' });
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('declares a banquet for their group, under the rule of their village', async () => {
		const page = visitor();
		await page.goto('/declare');
		page.getByLabel('写名称查找').fill('三星村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page.locator('optgroup')).toHaveAttribute('label', '三星村');
		expect(found(page, 'unitId')).toContain('三星村二组');
		expect(page.locator('details').first()).toContainText('三星村');
		expect(page.locator('details').first()).not.toContainText('河沙村');
	});
});
