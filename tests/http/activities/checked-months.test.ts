import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('a month that was not checked differs from one checked as zero', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/activities/zeros?year=2024');
	expect(page.getByText('已核实为零')).toHaveCount(12);
	await page.goto('/desk/activities/zeros?year=2022');
	const unchecked = page.locator('ol').getByText('未核实');
	const before = unchecked.count();
	const form = page.locator('form', { has: page.getByRole('button', { name: '核实为零' }) });
	const [month = ''] = form.getByLabel('哪个月').locator('option:not([value=""])').allInnerTexts();
	form.getByLabel('哪个月').selectOption({ label: month });
	form.getByLabel('查了哪些渠道').fill('信访登记本');
	form.getByLabel('核实人').fill('试核实');
	await form.getByRole('button', { name: '核实为零' }).click();
	expect(page.getByRole('heading', { level: 1 })).toHaveText(`${month}群众投诉核实为零`);
	await page.goto('/desk/activities/zeros?year=2022');
	expect(unchecked).toHaveCount(before - 1);
});
