import { expect } from '../expect';
import { draftEvent, newTitle, signUpFor, type EventWords, inDays } from '../acts';
import type { Page } from '../page';
import { newPage, newPhone } from '../visit';

/** Liu drafts a health lecture of 三星村. Out: its title and its path on the desk. */
export async function draftTalk(page: Page, words: Partial<EventWords> = {}): Promise<{ title: string; path: string }> {
	const title = newTitle('试活动');
	const path = await draftEvent(page, {
		title,
		kind: '讲座宣讲：健康讲座',
		place: '三星村文化广场',
		capacity: 2,
		...words
	});
	expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	return { title, path };
}

/** Publishes the event whose page is open. */
export async function publish(page: Page): Promise<void> {
	await page.getByRole('button', { name: '发布活动' }).click();
	expect(page.getByRole('status')).toContainText('已发布');
}

/** A villager signs up in a browser of their own, which stays open. */
export async function join(path: string, partySize = 1): Promise<Page> {
	const villager = newPage();
	await signUpFor(villager, path, { name: '试名丁', phone: newPhone('135'), partySize });
	expect(villager.locator('.slip')).toBeVisible();
	return villager;
}

/** A morning, for as many people as come. */
export const morning = { span: [inDays(30), '09:30', '11:00'], capacity: undefined } as const;
