import { Page } from '../page';
import type { Session } from '../session';

/**
 * What leads to a villager's own pages: signing up, pledging, declaring a banquet, each with a telephone of its own.
 * Out: the addresses of what came of it.
 */
export async function actAsVillager(session: Session, newPhone: () => string): Promise<string[]> {
	const page = new Page(session);
	await page.goto('/events?kind=birthday-banquet');
	await page.locator('main .rows').getByRole('link', { name: '老人集体生日宴' }).first().click();
	await page.locator('a[href*="sign-up"]').first().click();
	const form = pathOf(page);
	fillPerson(page, newPhone());
	// As many as may come: the page of questions is longest then.
	page.locator('[name=partySize]').last().check();
	await page.locator('main form button.primary').click();
	const slip = pathOf(page).replace(/\/questions.*|[?#].*/g, '');
	await page.goto('/pledge');
	fillPerson(page, newPhone());
	await page.locator('main form button.primary').click();
	const pledge = pathOf(page).replace(/[?#].*/, '');
	return [form, slip, `${slip}/questions`, pledge, ...(await declare(page, newPhone()))];
}

function fillPerson(page: Page, phone: string): void {
	page.fill('[name=name]', '试名己');
	page.fill('[name=phone]', phone);
	page.locator('[name=villageId]').first().check();
}

async function declare(page: Page, phone: string): Promise<string[]> {
	await page.goto('/declare');
	page.selectOption('[name=unitId]', { index: 1 });
	page.fill('[name=hostName]', '试主家');
	page.fill('[name=hostPhone]', phone);
	page.check('[name=occasion][value=wedding]');
	page.fill('[name=plannedOn]', new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
	page.fill('[name=tablesPlanned]', '12');
	page.check('[name=hasRead]');
	await page.locator('main form button.primary').click();
	const household = pathOf(page).replace(/[?#].*/, '');
	return [household, `${household}/correct`];
}

function pathOf(page: Page): string {
	return page.url().slice(page.session.origin.length);
}
