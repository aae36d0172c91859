import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('a village sets its rule with its own words and occasions, and the office sees them quoted', async () => {
	const he = await pageOf('he');
	await he.goto('/desk/banquets/rules');
	expect(he.getByText('《河沙村村规民约》第九条')).toBeVisible();
	await he.getByRole('link', { name: '照这条改' }).first().click();
	expect(he.locator('[name=noticeDays]')).toHaveValue('10');
	he.selectOption('[name=unitId]', { label: '河沙村五组' });
	he.uncheck('[name=discourages-school]');
	he.fill('[name=wording]', '考上大学，请老师吃杯茶。');
	await he.getByRole('button', { name: '保存标准' }).click();
	expect(he.getByText('“考上大学，请老师吃杯茶。”')).toBeVisible();
	expect(he.getByText('提倡不办酒的：寿宴、乔迁、满月、参军、其他。')).toBeVisible();
});
