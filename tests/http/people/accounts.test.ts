import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, pageOf, signIn } from '../visit';

const newName = () => `sun${Date.now().toString(36)}`;

/** Opens an account for a cadre of 三星村 and reads its one-time password off the screen. */
async function openAccount(page: Page, username: string): Promise<string> {
	await page.goto('/admin/accounts/new');
	page.getByLabel('用户名').fill(username);
	page.getByLabel('姓名').fill('孙测试');
	page.getByRole('radio', { name: '干部' }).check();
	page.getByRole('combobox', { name: '单位' }).selectOption({ label: '三星村' });
	await page.getByRole('button', { name: '开通' }).click();
	return page.locator('.code').innerText();
}

test('an administrator opens an account; its owner has to choose a password before anything else', async () => {
	const username = newName();
	const page = await pageOf('zhou');
	const oneTime = await openAccount(page, username);
	expect(page.url(), 'no password in an address').not.toContain(oneTime);
	await page.reload();
	expect(page.locator('.code'), 'the same form again does not show it again').toHaveCount(0);

	const theirs = newPage();
	await signIn(theirs, username, oneTime);
	expect(theirs).toHaveURL(/\/account\/password$/);
	await theirs.goto('/desk');
	expect(theirs).toHaveURL(/\/account\/password$/);

	theirs.getByLabel('现在的密码').fill(oneTime);
	theirs.getByLabel(/^新密码/).fill('kurz1');
	theirs.getByLabel('再填一遍新密码').fill('kurz1');
	await theirs.getByRole('button', { name: '修改密码' }).click();
	expect(theirs.locator('#newPassword-error')).toContainText('至少 10 位');
	theirs.getByLabel('现在的密码').fill(oneTime);
	theirs.getByLabel(/^新密码/).fill('chunfeng2026');
	theirs.getByLabel('再填一遍新密码').fill('chunfeng2026');
	await theirs.getByRole('button', { name: '修改密码' }).click();
	expect(theirs.getByRole('status')).toContainText('密码已经改好');
	await theirs.goto('/desk');
	expect(theirs).toHaveURL(/\/desk$/);
});

test('closing an account throws its owner out at once', async () => {
	const username = newName();
	const page = await pageOf('zhou');
	const oneTime = await openAccount(page, username);
	const theirs = newPage();
	await signIn(theirs, username, oneTime);
	expect(theirs).toHaveURL(/\/account\/password$/);

	await page.goto('/admin/accounts');
	await page.getByRole('link', { name: username, exact: true }).click();
	await page.locator('summary', { hasText: '停用账号' }).click();
	await page.getByRole('button', { name: '停用账号' }).click();
	expect(page.getByRole('status')).toContainText('账号已停用');

	await theirs.goto('/desk');
	expect(theirs).toHaveURL(/\/sign-in\?next=/);
	await signIn(theirs, username, oneTime);
	expect(theirs.getByRole('alert')).toContainText('用户名或密码不对');
});
