import { expect } from '../expect';
import type { Page } from '../page';

/** A lecture of the demo with free places. */
export const lecture = '健康讲座：冬天咳嗽要注意啥';

/** From the list of lectures to the form of the first time that takes sign-ups. */
export async function openForm(page: Page, title = lecture): Promise<void> {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: new RegExp(title) }).click();
	await page.getByRole('link', { name: /^报名/ }).first().click();
}

/** From the list of lectures to the form of a time that is full. */
export async function openFullForm(page: Page): Promise<void> {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /急救培训/ }).click();
	await page.getByRole('link', { name: /14:00—15:30/ }).click();
}

/** A party from 三星村. */
export function fill(page: Page, phone: string, { name = '试名乙', people = 2 } = {}): void {
	page.getByLabel('姓名').fill(name);
	page.getByLabel('电话').fill(phone);
	page.getByLabel('三星村').check();
	page.getByLabel(`${people} 位`).check();
}

export const send = (page: Page) => page.getByRole('button', { name: /确认报名|排进候补/ }).click();

/** Out: the code of the slip, whose page is open. */
export async function signUp(page: Page, phone: string): Promise<{ code: string }> {
	await openForm(page);
	fill(page, phone);
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.locator('.slip')).toBeVisible();
	return { code: page.locator('.slip .code').innerText().replace(/\s/g, '') };
}

/** A party of three. */
export const elder = { name: '试名老人', people: 3 };
