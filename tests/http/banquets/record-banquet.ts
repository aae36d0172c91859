import { addDays, dateOf } from '../../../src/lib/domain/calendar/calendar';
import { expect } from '../expect';
import type { Page } from '../page';

/** The day on which the recorded banquet is planned. */
export const soon = () => addDays(dateOf(Date.now()), 3);

/** What a cadre of 三星村 types: a school banquet, larger than the village suggests. */
export async function fillBanquet(page: Page, phone: string): Promise<void> {
	await page.goto('/desk/banquets/new');
	page.check('[name=origin][value=declared]');
	page.selectOption('[name=unitId]', { label: '三星村' });
	page.fill('[name=hostName]', '欧阳试办');
	page.fill('[name=hostPhone]', phone);
	page.check('[name=occasion][value=school]');
	page.fill('[name=plannedOn]', soon());
	page.fill('[name=meals]', '2');
	page.fill('[name=tablesPlanned]', '90');
}

/** Records a banquet as Liu; out: its path and the household's code. */
export async function recordBanquet(page: Page, phone: string): Promise<{ path: string; code: string }> {
	await fillBanquet(page, phone);
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.getByText('登记好了')).toBeVisible();
	const path = new URL(page.url()).pathname;
	await page.goto(`${path}/receipt`);
	const code = page.locator('.code').innerText().replace(/\s/g, '');
	return { path, code };
}
