import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { budget, weigh } from '../weigh';
import { declareBanquet, fillDeclaration } from './declare-banquet';

test('an empty form says on each field what is missing, keeps what was typed, and the same banquet is not recorded twice', async () => {
	const page = newPage();
	const phone = newPhone();
	await fillDeclaration(page, phone);
	page.getByLabel('一共多少桌').fill('很多');
	await page.getByRole('button', { name: '报给村里' }).click();
	expect(page.getByRole('alert').first()).toContainText('有 2 处');
	expect(page.locator('#hasRead-error')).toContainText('再打个勾');
	expect(page.locator('#tablesPlanned')).toHaveValue('很多');
	expect(page.locator('#unitId option[selected]')).toHaveText('三星村二组');
	await declareBanquet(page, phone);
	await fillDeclaration(page, phone);
	page.getByLabel('我已看过').check();
	await page.getByRole('button', { name: '报给村里' }).click();
	expect(page.getByRole('alert')).toContainText('已经登记过了');
});

test('the address of a record opens nothing without phone and code, and an unknown one is not found', async () => {
	const page = newPage();
	const { address } = await declareBanquet(page, newPhone());
	const stranger = newPage();
	for (const path of [address, `${address}/correct`, '/household']) {
		await stranger.goto(path);
		expect(stranger).toHaveURL(/\/slip$/);
	}
	expect((await stranger.goto('/household/nonsense')).status).toBe(404);
});

for (const view of ['normal', 'elder']) {
	test(`its pages weigh at most 14 KB and ship no script in the ${view} view`, async () => {
		const page = newPage();
		page.session.cookies.set('view', view);
		const { address } = await declareBanquet(page, newPhone());
		for (const path of ['/declare', '/declare/hygiene', address, `${address}/correct`]) {
			await page.goto(path);
			expect(page.locator('script'), path).toHaveCount(0);
			expect(await weigh(page), path).toBeLessThanOrEqual(budget);
		}
	});
}
