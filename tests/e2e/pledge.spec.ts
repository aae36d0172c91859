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
