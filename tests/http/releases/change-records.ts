import { expect } from '../expect';
import { newPage, signIn } from '../visit';
import type { Page } from '../page';
import type { Running } from './public-addresses';

/** Adds, moves and deletes a banquet of the closed year 2024, and one of the running month. */
export async function changeRecords({ origin, today }: Running): Promise<void> {
	const zhou = newPage(origin);
	await signIn(zhou, 'zhou');
	const [moved, gone] = await heldBanquets(zhou, 2024);
	await hold(zhou, '2024-12-05');
	await move(zhou, moved!, '2024-08-06');
	await strikeOut(zhou, gone!);
	const monthBegan = `${today.slice(0, 8)}01`;
	await hold(zhou, today);
	await move(zhou, await hold(zhou, monthBegan), today);
	await strikeOut(zhou, await hold(zhou, monthBegan));
}

/** The paths of a year's banquets that were held, as the desk lists them. */
async function heldBanquets(page: Page, year: number): Promise<string[]> {
	const list = await page.session.get(`/desk/banquets?year=${year}&state=held`);
	const paths = [...list.text().matchAll(/href="(\/desk\/banquets\/[0-9a-f-]{36})"/g)].map(([, path]) => path!);
	expect(paths.length).toBeGreaterThan(10);
	return paths;
}

let hosts = 0;

/** Records a banquet that a household held on a day. Out: its path. */
async function hold(page: Page, on: string): Promise<string> {
	await page.goto('/desk/banquets/new');
	page.check('[name=origin][value=found]');
	page.selectOption('[name=unitId]', { label: '河沙村' });
	page.fill('[name=hostName]', `欧阳试${'甲乙丙丁戊'[hosts++]}`);
	page.check('[name=occasion][value=wedding]');
	page.fill('[name=declaredOn]', on);
	page.fill('[name=plannedOn]', on);
	page.fill('[name=tablesPlanned]', '12');
	await page.getByRole('button', { name: '登记', exact: true }).click();
	const path = new URL(page.url()).pathname;
	expect(path, page.locator('main').innerText()).toMatch(/[0-9a-f-]{36}$/);
	await page.goto(`${path}/outcome`);
	page.check('[name=outcome][value=held]');
	page.fill('[name=endedOn]', on);
	page.fill('[name=tablesHeld]', '12');
	await page.locator('main form button.primary').click();
	expect(new URL(page.url()).pathname, page.locator('main').innerText()).toBe(path);
	return path;
}

async function move(page: Page, path: string, on: string): Promise<void> {
	await page.goto(`${path}/outcome`);
	page.fill('[name=endedOn]', on);
	page.fill('[name=reason]', '日子登记错了');
	await page.locator('main form button.primary').click();
	if (page.locator('[name=dayIsMeant]').count() > 0) {
		page.check('[name=dayIsMeant]');
		await page.locator('main form button.primary').click();
	}
	expect(new URL(page.url()).pathname, page.locator('main').innerText()).toBe(path);
}

async function strikeOut(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.locator('summary', { hasText: '登记重了' }).click();
	page.fill('[name=reason]', '登记重了');
	await page.locator('main form button.danger').click();
	expect(page.locator('main').innerText()).toContain('登记重了');
}
