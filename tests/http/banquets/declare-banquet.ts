import { addDays, dateOf } from '../../../src/lib/domain/calendar/calendar';
import { expect } from '../expect';
import type { Page } from '../page';

export const today = () => dateOf(Date.now());
const tomorrow = () => addDays(today(), 1);

/** What a household of 三星村 types: a longevity banquet of tomorrow or another day, larger than the village suggests. */
export async function fillDeclaration(page: Page, phone: string, on = tomorrow()): Promise<void> {
	await page.goto('/declare');
	page.getByLabel('哪个村（社区）、哪个组').selectOption({ label: '三星村二组' });
	page.getByLabel('主家姓名').fill('上官试报');
	page.getByLabel('电话').fill(phone);
	page.getByLabel('寿宴').check();
	page.getByLabel('哪天办').fill(on);
	page.getByLabel('一共多少桌').fill('36');
}

/** Out: the address of the household's record and its code. */
export async function declareBanquet(
	page: Page,
	phone: string,
	on?: string
): Promise<{ address: string; code: string }> {
	await fillDeclaration(page, phone, on);
	page.getByLabel('我已看过').check();
	await page.getByRole('button', { name: '报给村里' }).click();
	expect(page.getByText('报备好了')).toBeVisible();
	const code = page.locator('.code').innerText().replace(/\s/g, '');
	return { address: new URL(page.url()).pathname, code };
}
