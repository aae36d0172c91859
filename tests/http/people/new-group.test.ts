import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('an administrator adds a group, counts households and finds both in the audit trail', async () => {
	const page = await pageOf('zhou');
	await page.goto('/admin/units');
	await page.getByRole('link', { name: '中坝村', exact: true }).click();
	await page.getByRole('link', { name: '添加下级单位' }).click();
	const name = `中坝村试${Date.now()}组`;
	page.getByRole('textbox', { name: /^名称/ }).fill(name);
	await page.getByRole('button', { name: '添加' }).click();
	expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

	await page.getByRole('link', { name: /回中坝村/ }).click();
	page.getByLabel('户数').fill('abc');
	await page.getByRole('button', { name: '登记户数' }).click();
	expect(page.locator('#households-households-error')).toContainText('要填数字');
	expect(page.getByLabel('户数')).toHaveValue('abc');
	page.getByLabel('户数').fill('480');
	await page.getByRole('button', { name: '登记户数' }).click();
	expect(page.getByRole('status')).toContainText('已保存');

	await page.goto('/admin/audit?verb=addUnit');
	expect(page.locator('tbody tr').first()).toContainText(name);
});
