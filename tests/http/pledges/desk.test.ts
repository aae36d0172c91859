import { test } from 'vitest';
import { inDays } from '../acts';
import { expect } from '../expect';
import { newPhone, pageOf } from '../visit';

test('a cadre records a paper pledge with its day and withdraws it at the household’s request', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/pledges/new');
	const firstVersion = page.getByLabel('纸上是哪一版').locator('option', { hasText: '家庭 · 第1版' });
	page.getByLabel('纸上是哪一版').selectOption(firstVersion.getAttribute('value')!);
	page.getByLabel('纸上的日期').fill('2024-06-01');
	page.getByLabel('姓名').fill('试纸签');
	page.getByLabel('电话').fill(newPhone());
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.getByRole('status')).toContainText('已登记');
	expect(page.getByRole('article')).toContainText('纸质');
	expect(page.getByRole('article')).toContainText('2024年6月1日');

	await page.getByText('撤回这份承诺').click();
	await page.getByRole('button', { name: '确定撤回' }).click();
	expect(page.locator('.stamp')).toHaveText('已撤回');
	await page.goto('/desk/pledges?state=withdrawn');
	expect(page.getByRole('link', { name: '试*签' }).first()).toBeVisible();
});

test('the list shows masked names and phones alone, and pages', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/pledges');
	const phones = page.locator('[data-label="电话"]').allInnerTexts();
	expect(phones).toHaveLength(50);
	for (const phone of phones) expect(phone).toContain('****');
	const first = page.locator('tbody a[href^="/desk/pledges/"]').first().getAttribute('href');
	await page.getByRole('link', { name: /较早的/ }).click();
	expect(page.locator(`a[href="${first}"]`)).toHaveCount(0);
	await page.getByRole('link', { name: /较新的/ }).click();
	expect(page.locator(`a[href="${first}"]`)).toBeVisible();
});

test('a total of thousands has its comma', async () => {
	const page = await pageOf('zhou');
	await page.goto('/desk/pledges');
	expect(page.getByText(/共 \d,\d{3} 份/)).toBeVisible();
});

test('the administrator issues a version for a day to come, which does not replace the one in force', async () => {
	const page = await pageOf('zhou');
	await page.goto('/admin/pledge-texts/new');
	page.getByLabel('党员干部').check();
	page.getByLabel('标题').fill('试发承诺书');
	page.getByLabel('正文').fill('我承诺：\n一、带头。\n二、监督。');
	page.getByLabel('施行日期').fill(inDays(700));
	await page.getByRole('button', { name: '发布这一版' }).click();
	expect(page.getByRole('status')).toContainText('已发布为第');
	expect(page.getByRole('article').locator('ol > li')).toHaveText(['带头。', '监督。']);
	await page.goto('/admin/pledge-texts');
	expect(page.getByRole('row').filter({ hasText: '试发承诺书' })).toContainText('未施行');
	await page.goto('/pledge?for=party-member');
	expect(page.getByRole('article')).not.toContainText('试发承诺书');
});

test('a village cadre may not issue texts', async () => {
	const page = await pageOf('liu');
	expect((await page.goto('/admin/pledge-texts/new')).status).toBe(403);
});
