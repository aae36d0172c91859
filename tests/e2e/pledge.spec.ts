import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

let phones = 0;
const newPhone = () => `137${String(Date.now()).slice(-6)}${String(++phones).padStart(2, '0')}`;

async function fill(page: Page, phone: string) {
	await page.getByLabel('姓名').fill('试签 约');
	await page.getByLabel('电话').fill(phone);
	await page.getByLabel('三星村').check();
}

async function sign(page: Page, phone: string) {
	await page.goto('/pledge');
	await fill(page, phone);
	await page.getByRole('button', { name: '我自愿承诺' }).click();
	await expect(page.getByRole('heading', { name: '承诺凭条' })).toBeVisible();
	return (await page.locator('.code').innerText()).replace(/\s/g, '');
}

const pledgedIn = async (page: Page, village: string) => {
	await page.goto('/pledge');
	const row = page.getByRole('row').filter({ hasText: village });
	return Number((await row.locator('[data-label*="已承诺"]').innerText()).replace(/\D/g, ''));
};

test('the text in force is set like the paper one, with numbered clauses, and ships no script', async ({ page }) => {
	await page.goto('/pledge');
	const letter = page.getByRole('article');
	await expect(letter.getByRole('heading')).toContainText('承诺书');
	expect(await letter.locator('ol > li').count()).toBeGreaterThan(2);
	await expect(letter).toContainText(/第\d+版/);
	await expect(page.locator('script')).toHaveCount(0);
});

test('a household signs, gets a masked slip with a code, and its village counts one more', async ({ page }) => {
	const before = await pledgedIn(page, '三星村');
	const phone = newPhone();
	expect(await sign(page, phone)).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
	const slip = page.getByRole('article');
	await expect(slip).toContainText('已承诺');
	await expect(slip).toContainText('试*约');
	await expect(slip).not.toContainText(phone);
	expect(await pledgedIn(page, '三星村')).toBe(before + 1);
});

test('wrong input is answered on its field and keeps what was typed', async ({ page }) => {
	await page.goto('/pledge');
	await page.getByLabel('姓名').fill('试签约');
	await page.getByLabel('电话').fill('12345');
	await page.getByRole('button', { name: '我自愿承诺' }).click();
	await expect(page.getByRole('alert').first()).toContainText('有 2 处');
	await expect(page.locator('#phone-error')).toContainText('电话号码好像不对');
	await expect(page.locator('#villageId-error')).toContainText('哪个村');
	await expect(page.getByLabel('姓名')).toHaveValue('试签约');
});

test('the same phone is told so instead of being counted twice', async ({ page }) => {
	const phone = newPhone();
	await sign(page, phone);
	const before = await pledgedIn(page, '三星村');
	await fill(page, phone);
	await page.getByRole('button', { name: '我自愿承诺' }).click();
	await expect(page.getByRole('alert')).toContainText('已经签过');
	expect(await pledgedIn(page, '三星村')).toBe(before);
});

test('the slip opens with phone and code elsewhere, and is withdrawn there', async ({ page, browser }) => {
	const phone = newPhone();
	const code = await sign(page, phone);
	const address = page.url().split('#')[0]!;

	const other = await (await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })).newPage();
	await other.goto(address);
	await expect(other, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	await other.getByLabel('电话').fill(phone);
	await other.getByLabel('六位编号').fill(code);
	await other.getByRole('button', { name: '查询' }).click();
	await expect(other).toHaveURL(address);
	await other.getByText('撤回这份承诺').click();
	await other.getByRole('button', { name: '确定撤回' }).click();
	await expect(other.locator('.stamp')).toHaveText('已撤回');
	await expect(other.getByRole('button', { name: '确定撤回' })).toHaveCount(0);
	await other.context().close();
	await sign(page, phone);
});

for (const view of ['normal', 'elder'] as const) {
	test(`axe finds nothing serious on the pledge and its slip in the ${view} view`, async ({ page }) => {
		await page.goto('/pledge');
		if (view === 'elder') await page.getByRole('button', { name: '长辈版' }).click();
		expect(await seriousIn(page)).toEqual([]);
		await sign(page, newPhone());
		expect(await seriousIn(page)).toEqual([]);
	});
}

async function seriousIn(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}
