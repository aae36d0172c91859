import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';
import { budget, weigh } from '../weigh';
import { addDays, dateOf } from '../../../src/lib/domain/calendar/calendar';

const tomorrow = () => addDays(dateOf(Date.now()), 1);

/** What a household of 三星村 types: a longevity banquet of tomorrow, larger than the village suggests. */
async function fill(page: Page, phone: string): Promise<void> {
	await page.goto('/declare');
	page.getByLabel('哪个村（社区）、哪个组').selectOption({ label: '三星村二组' });
	page.getByLabel('主家姓名').fill('上官试报');
	page.getByLabel('电话').fill(phone);
	page.getByLabel('寿宴').check();
	page.getByLabel('哪天办').fill(tomorrow());
	page.getByLabel('一共多少桌').fill('36');
}

/** Out: the address of the household's record and its code. */
async function declare(page: Page, phone: string): Promise<{ address: string; code: string }> {
	await fill(page, phone);
	page.getByLabel('我已看过').check();
	await page.getByRole('button', { name: '报给村里' }).click();
	expect(page.getByText('报备好了')).toBeVisible();
	const code = page.locator('.code').innerText().replace(/\s/g, '');
	return { address: new URL(page.url()).pathname, code };
}

test('a household declares its banquet on a phone, a cadre comes for a talk, and the household decides', async () => {
	const page = newPage();
	await page.goto('/');
	await page.locator('main a[href="/declare"]').click();
	await page.getByText('各村（社区）的村规怎么说').click();
	expect(page.getByText('《三星村村规民约》第十二条')).toBeVisible();
	const phone = newPhone();
	const { address, code } = await declare(page, phone);
	expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
	const advice = page.locator('section.sheet', { hasText: '村里的提倡' });
	expect(advice).toContainText('办不办由您家自己定');
	expect(advice).toContainText('每餐超过 30 桌');
	expect(advice.locator('blockquote')).toContainText('《三星村村规民约》第十二条');
	expect(advice).toContainText('更没有处罚');
	expect(page.locator('main a[href^="tel:"]')).toHaveCount(1);

	const liu = await pageOf('liu');
	const banquet = address.replace('/household', '/desk/banquets');
	const early = liu
		.locator('#early ~ .rows')
		.first()
		.locator('li', { has: liu.locator(`a[href="${banquet}"]`) });
	await liu.goto('/desk');
	expect(early).toContainText('住户自报 · 不到 10 天 · 每餐超过 30 桌 · 村规提倡不办');
	await liu.goto(`${banquet}/visit`);
	liu.getByLabel('谈了什么').fill('老人想热闹，儿女说少办几桌。');
	await liu.getByRole('button', { name: '保存' }).click();
	expect(liu.locator('#visits + .rows')).toContainText('刘示例上门');
	await liu.getByRole('button', { name: '提示已交到手上' }).click();
	expect(liu.getByText('由刘示例交到手上')).toBeVisible();
	await liu.goto('/desk');
	expect(early, 'somebody went, so the notice is gone').toHaveCount(0);

	await page.goto(`${address}/correct`);
	page.getByLabel('一共多少桌').fill('12');
	await page.getByRole('button', { name: '改好了' }).click();
	expect(page.getByText('计划桌数由“36”改为“12”')).toBeVisible();
	expect(page.getByText('老人想热闹，儿女说少办几桌。')).toBeVisible();
	page.getByLabel('写给村里的话').fill('一家人吃顿饭，十二桌够了。');
	await page.getByRole('button', { name: '发给村里' }).click();
	await liu.goto('/desk/banquets?state=open');
	expect(liu.locator('.rows li', { has: liu.locator(`a[href="${banquet}"]`) })).toContainText(
		'住户说：“一家人吃顿饭，十二桌够了。”'
	);

	await page.goto('/slip');
	page.fill('[name=phone]', phone);
	page.fill('[name=code]', code);
	await page.locator('main form button').click();
	expect(page).toHaveURL(new RegExp(address));
	await page.getByText('不办了', { exact: true }).click();
	await page.getByRole('button', { name: '确定，不办了' }).click();
	expect(page.locator('.stamp')).toHaveText('不办了');
	expect(page.getByRole('link', { name: '改内容' })).toHaveCount(0);
	await liu.goto(banquet);
	expect(liu.getByText('这场是住户自己说不办的，不算劝停')).toBeVisible();
	expect(liu.getByText('还没有登记劝导结果')).toBeVisible();
});

test('an empty form says on each field what is missing, keeps what was typed, and the same banquet is not recorded twice', async () => {
	const page = newPage();
	const phone = newPhone();
	await fill(page, phone);
	page.getByLabel('一共多少桌').fill('很多');
	await page.getByRole('button', { name: '报给村里' }).click();
	expect(page.getByRole('alert').first()).toContainText('有 2 处');
	expect(page.locator('#hasRead-error')).toContainText('再打个勾');
	expect(page.locator('#tablesPlanned')).toHaveValue('很多');
	expect(page.locator('#unitId option[selected]')).toHaveText('三星村二组');
	await declare(page, phone);
	await fill(page, phone);
	page.getByLabel('我已看过').check();
	await page.getByRole('button', { name: '报给村里' }).click();
	expect(page.getByRole('alert')).toContainText('已经登记过了');
});

test('the address of a record opens nothing without phone and code, and an unknown one is not found', async () => {
	const page = newPage();
	const { address } = await declare(page, newPhone());
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
		const { address } = await declare(page, newPhone());
		for (const path of ['/declare', '/declare/hygiene', address, `${address}/correct`]) {
			await page.goto(path);
			expect(page.locator('script'), path).toHaveCount(0);
			expect(await weigh(page), path).toBeLessThanOrEqual(budget);
		}
	});
}
