import { expect } from '../expect';
import { inDays, newTitle, publishEvent } from '../acts';
import type { Locator } from '../locator';
import type { Page } from '../page';

/** A published event of the town, `days` from now, with shifts of one volunteer each; out: their duties. */
export async function newShifts(cadre: Page, days: number, spans: [string, string][]): Promise<string[]> {
	const event = await publishEvent(cadre, { title: newTitle('试班次'), span: [inDays(days), '08:00', '18:00'] });
	await cadre.goto(`${event}/shifts`);
	const duties: string[] = [];
	for (const [from, to] of spans) {
		const duty = newTitle('试岗');
		const form = cadre.locator('form[action="?/add"]');
		form.getByLabel('做什么').fill(duty);
		form.getByLabel('开始').fill(from);
		form.getByLabel('结束').fill(to);
		form.getByLabel('需要几人').fill('1');
		await form.getByRole('button').click();
		expect(cadre.locator('.rows')).toContainText(duty);
		duties.push(duty);
	}
	return duties;
}

/** The row of a shift, on the desk and on a volunteer's schedule. */
export const row = (page: Page, duty: string): Locator =>
	page.locator('.rows > li').filter({ has: page.getByText(duty, { exact: true }) });

/** The list under a heading of a volunteer's schedule. */
export const under = (page: Page, heading: string): Locator =>
	page.locator('main > h2', { hasText: heading }).locator('~ ul').first();
