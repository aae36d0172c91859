import { test } from 'vitest';
import { expect } from '../expect';
import { nameEnd } from '../invented-name';
import { pageOf } from '../visit';

test('an elder is added in the calendar chosen, and wrong input stays on its field', async () => {
	const page = await pageOf('qiao');
	await page.goto('/desk/elders/new');
	page.selectOption('[name=unitId]', { label: '桥头社区一组' });
	page.fill('[name=name]', `欧阳${nameEnd}`);
	page.check('[name=sex][value=female]');
	page.check('[name=calendar][value=lunar]');
	page.fill('[name=lunarYear]', '1946');
	page.selectOption('[name=lunarMonth]', '3');
	page.selectOption('[name=lunarDay]', '30');
	page.check('[name=isLeap]');
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.locator('#lunarYear')).toHaveAttribute('aria-invalid', 'true');
	expect(page.locator('[name=name]')).toHaveValue(`欧阳${nameEnd}`);
	page.uncheck('[name=isLeap]');
	page.selectOption('[name=lunarDay]', '1');
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.getByText('农历1946年三月初一')).toBeVisible();
	await page.getByText('过世或迁走').click();
	page.check('[name=reason][value=moved]');
	await page.getByRole('button', { name: '标记' }).click();
	expect(page.getByText('已经不在名册里了')).toBeVisible();
});
