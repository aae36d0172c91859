import { expect, test, type Page } from '@playwright/test';

test.use({ viewport: { width: 1440, height: 900 } });

const demoPassword = 'xinfeng2024';
const newName = () => `sun${Date.now().toString(36)}`;

async function signIn(page: Page, username: string, password = demoPassword) {
	await page.goto('/sign-in');
	await page.getByLabel('用户名').fill(username);
	await page.getByLabel('密码').fill(password);
	await page.getByRole('button', { name: '登录' }).click();
}

/** Opens an account for a cadre of 三星村 and reads its one-time password off the screen. */
async function openAccount(page: Page, username: string): Promise<string> {
	await page.goto('/admin/accounts/new');
	await page.getByLabel('用户名').fill(username);
	await page.getByLabel('姓名').fill('孙测试');
	await page.getByRole('radio', { name: '干部' }).check();
	await page.getByRole('combobox', { name: '单位' }).selectOption({ label: '三星村' });
	await page.getByRole('button', { name: '开通' }).click();
	return page.locator('.code').innerText();
}

test('an administrator opens an account; its owner has to choose a password before anything else', async ({
	page,
	browser
}) => {
	const username = newName();
	await signIn(page, 'zhou');
	const oneTime = await openAccount(page, username);
	expect(page.url(), 'no password in an address').not.toContain(oneTime);
	await page.reload();
	await expect(page.locator('.code'), 'the same form again does not show it again').toHaveCount(0);

	const theirs = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
	await signIn(theirs, username, oneTime);
	await expect(theirs).toHaveURL(/\/account\/password$/);
	await theirs.goto('/desk');
	await expect(theirs).toHaveURL(/\/account\/password$/);

	await theirs.getByLabel('现在的密码').fill(oneTime);
	await theirs.getByLabel(/^新密码/).fill('kurz1');
	await theirs.getByLabel('再填一遍新密码').fill('kurz1');
	await theirs.getByRole('button', { name: '修改密码' }).click();
	await expect(theirs.locator('#newPassword-error')).toContainText('至少 10 位');
	await theirs.getByLabel('现在的密码').fill(oneTime);
	await theirs.getByLabel(/^新密码/).fill('chunfeng2026');
	await theirs.getByLabel('再填一遍新密码').fill('chunfeng2026');
	await theirs.getByRole('button', { name: '修改密码' }).click();
	await expect(theirs.getByRole('status')).toContainText('密码已经改好');
	await theirs.goto('/desk');
	await expect(theirs).toHaveURL(/\/desk$/);
	await theirs.context().close();
});
