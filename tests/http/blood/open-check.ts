import type { Page } from '../page';

/** Opens the page of the demo's next blood drive. */
export async function openDrive(page: Page): Promise<void> {
	await page.goto('/events?kind=blood-drive');
	await page
		.locator('main .rows')
		.getByRole('link', { name: /为爱挽袖/ })
		.click();
}

/** Opens its self-check. */
export async function openCheck(page: Page): Promise<void> {
	await openDrive(page);
	await page.getByRole('link', { name: '开始自查' }).click();
}

/** Answers the self-check; `born` is typed as eight digits. */
export function say(page: Page, { born = '19900105', last = '没有献过' } = {}): void {
	page.getByLabel('出生日期').fill(born);
	page.getByLabel('女', { exact: true }).check();
	page.getByLabel(last, { exact: true }).check();
	page.getByLabel('我都看过了').check();
}
