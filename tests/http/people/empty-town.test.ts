import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage } from '../visit';
import { startApp } from '../../app';

test('a real town begins empty: its first administrator chooses a password, and every page says what is missing', async () => {
	const { address, output, stop } = await startApp({ TOWN: 'empty', HOST: '0.0.0.0' });
	try {
		const [, password] = /one-time password (\S+)/.exec(output) ?? [];
		// As from another machine of the network: by an address that is not localhost, over plain http.
		const town = address.replace('127.0.0.1', '127.0.0.2');
		const page = newPage(town);
		await enter(page, password!);
		for (const path of pages) {
			const answer = await page.goto(path);
			expect(answer.status, path).toBe(200);
			expect(page.locator('h1'), path).toHaveCount(1);
		}
		await page.goto('/desk/banquets/new');
		expect(page.locator('.empty')).toContainText('还没有登记村（社区）');
		const figures = (await page.session.get('/api/v1/figures?year=2026')).json() as { value: unknown }[];
		expect(
			figures.every(({ value }) => value === null),
			'no data is not zero'
		).toBe(true);
	} finally {
		await stop();
	}
});

/** The first administrator signs in and must choose a password. */
async function enter(page: Page, password: string): Promise<void> {
	await page.goto('/sign-in');
	page.getByLabel('用户名').fill('admin');
	page.getByLabel('密码').fill(password);
	await page.getByRole('button', { name: '登录' }).click();
	expect(page).toHaveURL(/\/account\/password$/);
	page.locator('[name=currentPassword]').fill(password);
	page.locator('[name=newPassword]').fill('chunfeng2026');
	page.locator('[name=repeatPassword]').fill('chunfeng2026');
	await page.locator('main form button.primary').click();
}

/** The pages that a town without records shows. */
const pages = [
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
	'/desk/cases',
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
];
