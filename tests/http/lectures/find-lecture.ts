import type { Page } from '../page';

/** The lecture of three days ago: its public address. */
export async function findLecture(page: Page): Promise<string> {
	await page.goto('/desk/events?view=past&kind=lecture');
	const href = page.getByRole('link', { name: /降压药怎么吃/ }).getAttribute('href');
	return href!.replace('/desk', '');
}
