import { expect, test } from '@playwright/test';
import { startApp } from '../app';

test('a real town begins empty: its first administrator chooses a password, and every page says what is missing', async ({
	page
}) => {
	test.setTimeout(120_000);
	page.setDefaultTimeout(10_000);
	const { address, said, stop } = await startApp({ TOWN: 'empty', HOST: '0.0.0.0' });
	try {
		const [, password] = /one-time password (\S+)/.exec(said) ?? [];
		// As from another machine of the network: by an address that is not localhost, over plain http.
		const town = address.replace('127.0.0.1', '127.0.0.2');
		await page.goto(`${town}/sign-in`);
		await page.getByLabel('用户名').fill('admin');
		await page.getByLabel('密码').fill(password!);
		await page.getByRole('button', { name: '登录' }).click();
		await expect(page).toHaveURL(/\/account\/password$/);
		await page.locator('[name=currentPassword]').fill(password!);
		await page.locator('[name=newPassword]').fill('chunfeng2026');
		await page.locator('[name=repeatPassword]').fill('chunfeng2026');
		await page.locator('main form button.primary').click();
		for (const path of [
			'/',
			'/events',
			'/pledge',
			'/slip',
			'/trends',
			'/trends/figures',
			'/door',
			'/schedule',
			'/desk',
			'/desk/events',
			'/desk/events/new',
			'/desk/banquets',
			'/desk/banquets/new',
			'/desk/banquets/rules',
			'/desk/dissuasions',
			'/desk/activities',
			'/desk/activities/zeros',
			'/desk/pledges',
			'/desk/figures',
			'/desk/calls',
			'/desk/messages',
			'/desk/volunteers',
			'/admin',
			'/admin/units',
			'/admin/accounts',
			'/admin/audit'
		]) {
			const answer = await page.goto(town + path);
			expect(answer?.status(), path).toBe(200);
			await expect(page.locator('h1'), path).toHaveCount(1);
		}
		await page.goto(`${town}/desk/banquets/new`);
		await expect(page.locator('.empty')).toContainText('还没有登记村（社区）');
		const figures = (await (await page.request.get(`${town}/api/v1/figures?year=2026`)).json()) as { value: unknown }[];
		expect(
			figures.every(({ value }) => value === null),
			'no data is not zero'
		).toBe(true);
	} finally {
		await stop();
	}
});
