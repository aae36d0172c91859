import { addDays, dateOf } from '../../src/lib/domain/calendar/calendar';
import type { Page } from './page';

let nth = 0;

/** A title that no other event has. The time is not in digits: with a number behind it, it may read as an identity number, which no title may hold. */
export const newTitle = (about: string) => `${about} ${Date.now().toString(36)} ${++nth}`;

export type EventWords = {
	title: string;
	/** As the list of kinds words it. */
	kind?: string;
	place?: string;
	description?: string;
	/** The day of the town and the span, as the form takes them; a month from now when not said. */
	span?: readonly [on: string, from: string, to: string];
	capacity?: number;
};

export const inDays = (days: number) => addDays(dateOf(Date.now()), days);

/** Drafts an event on the desk. Out: its path there. */
export async function draftEvent(
	cadre: Page,
	{ title, kind = '会议', place = '镇文化站', description, span = [inDays(30), '09:00', '10:00'], capacity }: EventWords
): Promise<string> {
	await cadre.goto('/desk/events/new');
	cadre.getByLabel('活动类型').selectOption({ label: kind });
	cadre.getByLabel('活动名称').fill(title);
	cadre.getByLabel('地点').fill(place);
	if (description !== undefined) cadre.getByLabel('活动说明').fill(description);
	cadre.getByLabel('联系电话').fill('023-7123 4567');
	fillSpan(cadre, span);
	if (capacity !== undefined) cadre.getByLabel('名额（人）').first().fill(String(capacity));
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	const path = new URL(cadre.url()).pathname;
	if (!/\/desk\/events\/[0-9a-f-]{36}$/.test(path)) throw new Error(`no draft: ${cadre.locator('main').innerText()}`);
	return path;
}

/** Drafts an event and publishes it. Out: its path on the desk. */
export async function publishEvent(cadre: Page, words: EventWords): Promise<string> {
	const path = await draftEvent(cadre, words);
	await cadre.getByRole('button', { name: '发布活动' }).click();
	if (!cadre.getByRole('status').first().textContent().includes('已发布')) throw new Error(`${path} is not published`);
	return path;
}

/** Types a day and a span into the first fields for them. */
export function fillSpan(page: Page, [on, from, to]: NonNullable<EventWords['span']>): void {
	page.getByLabel('日期').first().fill(on);
	page.getByLabel('开始').first().fill(from);
	page.getByLabel('结束').first().fill(to);
}

/** A party signs up for the first slot of an event, whose path may be the desk's. The page shows the slip, or what comes before it. */
export async function signUpFor(
	villager: Page,
	event: string,
	{ name, phone, partySize = 1 }: { name: string; phone: string; partySize?: number }
): Promise<void> {
	await villager.goto(event.replace('/desk', ''));
	await villager.locator('a[href*="sign-up"]').first().click();
	villager.fill('[name=name]', name);
	villager.fill('[name=phone]', phone);
	villager.check(`[name=partySize][value="${partySize}"]`);
	villager.locator('[name=villageId]').first().check();
	await villager.locator('main form button.primary').click();
	if (!/\/slip\/[0-9a-f-]{36}/.test(villager.url()))
		throw new Error(`no slip: ${villager.locator('main').innerText()}`);
}
