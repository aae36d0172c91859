import { expect, test, type Page } from '@playwright/test';

async function signIn(page: Page, username: 'zhou' | 'liu') {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

const newPhone = () => `135${String(Date.now()).slice(-8)}`;

test('a cadre records a paper pledge with its day and withdraws it at the household’s request', async ({ page }) => {
	await signIn(page, 'liu');
	await page.goto('/desk/pledges/new');
	const firstVersion = page.getByLabel('纸上是哪一版').locator('option', { hasText: '家庭 · 第1版' });
	await page.getByLabel('纸上是哪一版').selectOption((await firstVersion.getAttribute('value'))!);
	await page.getByLabel('纸上的日期').fill('2024-06-01');
	await page.getByLabel('姓名').fill('试纸签');
	await page.getByLabel('电话').fill(newPhone());
	await page.getByRole('button', { name: '登记', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('已登记');
	await expect(page.getByRole('article')).toContainText('纸质');
	await expect(page.getByRole('article')).toContainText('2024年6月1日');

	await page.getByText('撤回这份承诺').click();
	await page.getByRole('button', { name: '确定撤回' }).click();
	await expect(page.locator('.stamp')).toHaveText('已撤回');
	await page.goto('/desk/pledges?state=withdrawn');
	await expect(page.getByRole('link', { name: '试*签' }).first()).toBeVisible();
});

test('the list shows masked names and phones alone, and pages', async ({ page }) => {
	await signIn(page, 'liu');
	await page.goto('/desk/pledges');
	const phones = await page.locator('[data-label="电话"]').allInnerTexts();
	expect(phones).toHaveLength(50);
	for (const phone of phones) expect(phone).toContain('****');
	const first = await page.locator('tbody a[href^="/desk/pledges/"]').first().getAttribute('href');
	await page.getByRole('link', { name: /较早的/ }).click();
	await expect(page.locator(`a[href="${first}"]`)).toHaveCount(0);
	await page.getByRole('link', { name: /较新的/ }).click();
	await expect(page.locator(`a[href="${first}"]`)).toBeVisible();
});

test('the administrator issues a version for a day to come, which does not replace the one in force', async ({
	page
}) => {
	await signIn(page, 'zhou');
	await page.goto('/admin/pledge-texts/new');
	await page.getByLabel('党员干部').check();
	await page.getByLabel('标题').fill('试发承诺书');
	await page.getByLabel('正文').fill('我承诺：\n一、带头。\n二、监督。');
	await page.getByLabel('施行日期').fill('2099-01-01');
	await page.getByRole('button', { name: '发布这一版' }).click();
	await expect(page.getByRole('status')).toContainText('已发布为第');
	await expect(page.getByRole('article').locator('ol > li')).toHaveText(['带头。', '监督。']);
	await page.goto('/admin/pledge-texts');
	await expect(page.getByRole('row').filter({ hasText: '试发承诺书' })).toContainText('未施行');
	await page.goto('/pledge?for=party-member');
	await expect(page.getByRole('article')).not.toContainText('试发承诺书');
});

test('a village cadre may not issue texts', async ({ page }) => {
	await signIn(page, 'liu');
	expect((await page.goto('/admin/pledge-texts/new'))?.status()).toBe(403);
});
