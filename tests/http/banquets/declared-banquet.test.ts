import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';
import { declareBanquet, today } from './declare-banquet';

test('a household declares its banquet on a phone, a cadre comes for a talk, and the household decides', async () => {
	const page = newPage();
	await page.goto('/');
	await page.locator('main a[href="/declare"]').click();
	await page.getByText('各村（社区）的村规怎么说').click();
	expect(page.getByText('《三星村村规民约》第十二条')).toBeVisible();
	const phone = newPhone();
	// The desk shows the first ones alone, and other tests declare banquets of tomorrow.
	const { address, code } = await declareBanquet(page, phone, today());
	expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
	readAdvice(page);

	const liu = await pageOf('liu');
	const banquet = address.replace('/household', '/desk/banquets');
	await visitHousehold(liu, banquet);
	await answerVisit(page, address);
	await liu.goto('/desk/banquets?state=open');
	expect(liu.locator('.rows li', { has: liu.locator(`a[href="${banquet}"]`) })).toContainText(
		'住户说：“一家人吃顿饭，十二桌够了。”'
	);
	await cancel(page, address, { phone, code });
	await liu.goto(banquet);
	expect(liu.getByText('这场是住户自己说不办的，不算劝停')).toBeVisible();
	expect(liu.getByText('还没有登记劝导结果')).toBeVisible();
});

function readAdvice(page: Page): void {
	const advice = page.locator('section.sheet', { hasText: '村里的提倡' });
	expect(advice).toContainText('办不办由您家自己定');
	expect(advice).toContainText('每餐超过 30 桌');
	expect(advice.locator('blockquote')).toContainText('《三星村村规民约》第十二条');
	expect(advice).toContainText('更没有处罚');
	expect(page.locator('main a[href^="tel:"]')).toHaveCount(1);
}

/** A cadre finds the early notice, goes to the household and hands over the hygiene notice. */
async function visitHousehold(liu: Page, banquet: string): Promise<void> {
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
	expect(early, 'a cadre went, so the notice is gone').toHaveCount(0);
}

/** The household reads what the cadre noted, corrects its banquet and writes to the village. */
async function answerVisit(page: Page, address: string): Promise<void> {
	await page.goto(`${address}/correct`);
	page.getByLabel('一共多少桌').fill('12');
	await page.getByRole('button', { name: '改好了' }).click();
	expect(page.getByText('计划桌数由“36”改为“12”')).toBeVisible();
	expect(page.getByText('老人想热闹，儿女说少办几桌。')).toBeVisible();
	page.getByLabel('写给村里的话').fill('一家人吃顿饭，十二桌够了。');
	await page.getByRole('button', { name: '发给村里' }).click();
}

/** The household finds its record by phone and code, and cancels the banquet. */
async function cancel(page: Page, address: string, { phone, code }: { phone: string; code: string }): Promise<void> {
	await page.goto('/slip');
	page.fill('[name=phone]', phone);
	page.fill('[name=code]', code);
	await page.locator('main form button').click();
	expect(page).toHaveURL(new RegExp(address));
	await page.getByText('不办了', { exact: true }).click();
	await page.getByRole('button', { name: '确定，不办了' }).click();
	expect(page.locator('.stamp')).toHaveText('不办了');
	expect(page.getByRole('link', { name: '改内容' })).toHaveCount(0);
}
