import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** Every page there is, followed from link to link as a villager and as the administrator, in both views. */
test.describe.configure({ mode: 'parallel' });

const routesFolder = fileURLToPath(new URL('../../src/routes', import.meta.url));

/** Pages without a page of their own (they redirect), and those that only an act leads to, which their own tests look at. */
const unlinked = ['/household', '/admin/units', '/refused/[status]', '/schedule/ask/[id=id]', '/schedule/certificate'];

const routes = readdirSync(routesFolder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('+page.svelte'))
	.map((file) => `/${file.replace(/\/?\+page\.svelte$/, '').replace(/\(\w+\)\/?/, '')}`)
	.filter((route) => !unlinked.includes(route));

const id = '[0-9a-f-]{36}';
const routeOf = (link: string) => {
	const path = link.split(/[?#]/)[0]!;
	const shape = (route: string) => route.replace('[id=id]', id).replace(/\[(?!0)[^\]]+\]/g, '[^/]+');
	return routes.find((route) => new RegExp(`^${shape(route)}$`).test(path)) ?? null;
};

for (const [view, lang, width] of [
	['normal', 'en', 1440],
	['elder', 'zh-CN', 360]
] as const) {
	test(`every page is sound for axe, has one heading, no script and no sideways scroll: ${view}, ${lang}, ${width} px`, async ({
		browser,
		baseURL
	}) => {
		test.setTimeout(900_000);
		const seen = new Set<string>();
		const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
		const remembered = { view, lang };
		await context.addCookies(Object.entries(remembered).map(([name, value]) => ({ name, value, url: baseURL! })));
		context.setDefaultTimeout(15_000);
		const page = await context.newPage();
		await follow(page, ['/', '/sign-in', '/nothing', ...(await slips(page))], seen);
		await page.goto('/sign-in');
		await page.fill('[name=username]', 'zhou');
		await page.fill('[name=password]', 'xinfeng2024');
		await page.locator('main form button').first().click();
		await follow(
			page,
			[
				'/desk',
				'/admin',
				'/schedule',
				'/door',
				'/account',
				'/desk/events?view=past',
				'/desk/picture/held-by-month?year=2024',
				await household(page),
				await rootUnit(page)
			],
			seen
		);
		await context.close();
		expect(routes.filter((route) => !seen.has(route))).toEqual([]);
	});
}

/** Visits `starts` and whatever they link to, one page of each route; then what no link led to, by the addresses of its neighbours. */
async function follow(page: Page, starts: string[], seen: Set<string>): Promise<void> {
	const queue = starts.map((path) => ({ path, isStart: true }));
	const records = new Set<string>();
	for (const { path, isStart } of queue) {
		const route = routeOf(path) ?? 'nothing';
		if (seen.has(route) && !isStart) continue;
		seen.add(route);
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(route === 'nothing' ? 404 : 200);
		await check(page, path);
		const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
		queue.push(...links.filter((link) => routeOf(link) !== null).map((path) => ({ path, isStart: false })));
		for (const link of links) records.add(link.split(/[?#]/)[0]!);
	}
	for (const route of routes.filter((route) => route.includes('[id=id]/') && !seen.has(route))) {
		const [parent, child] = route.split('[id=id]') as [string, string];
		const known = [...records].filter((link) => new RegExp(`^${parent}${id}$`).test(link)).map((link) => link + child);
		for (const path of known) {
			await page.goto(path);
			if (new URL(page.url()).pathname !== path) continue;
			seen.add(route);
			await check(page, path);
			break;
		}
	}
}

async function check(page: Page, path: string): Promise<void> {
	await expect(page.locator('h1'), path).toHaveCount(1);
	if (!/^\/door\/|^\/desk\/picture\//.test(path)) await expect(page.locator('script'), path).toHaveCount(0);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect.soft(over, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
	const { violations } = await new AxeBuilder({ page }).analyze();
	const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
	expect
		.soft(
			grave.map(({ id, nodes }) => [id, nodes[0]?.html]),
			path
		)
		.toEqual([]);
}

let nth = 0;
const newPhone = () => `133${String(Date.now()).slice(-6)}${String(++nth).padStart(2, '0')}`;

/** Signs up, with questions to answer, and pledges. Out: the addresses of what came of it. */
async function slips(page: Page): Promise<string[]> {
	await page.goto('/events?kind=birthday-banquet');
	await page
		.locator('main .rows')
		.getByRole('link', { name: /老人集体生日宴/ })
		.first()
		.click();
	await page.locator('a[href*="sign-up"]').first().click();
	await expect(page).toHaveURL(/\/sign-up/);
	// Whether a link leads there again depends on the hour: what is on today may be over.
	const signUp = new URL(page.url());
	await fillPerson(page);
	await expect(page).toHaveURL(/\/slip\/[0-9a-f-]{36}/);
	const [slip] = /\/slip\/[0-9a-f-]{36}/.exec(page.url())!;
	await page.goto('/pledge');
	await fillPerson(page);
	await expect(page).toHaveURL(/\/pledge\/[0-9a-f-]{36}/);
	return [`${signUp.pathname}${signUp.search}`, slip, `${slip}/questions`, new URL(page.url()).pathname];
}

async function fillPerson(page: Page): Promise<void> {
	await page.locator('[name=name]').fill('试名己');
	await page.locator('[name=phone]').fill(newPhone());
	await page.locator('[name=villageId]').first().check();
	await page.locator('main form button.primary').click();
}

/** The page of the town itself, to which /admin/units leads on. */
async function rootUnit(page: Page): Promise<string> {
	await page.goto('/admin/units');
	return new URL(page.url()).pathname;
}

/** The record of a banquet as its household opens it, by the code on the cadre's receipt. */
async function household(page: Page): Promise<string> {
	const phone = newPhone();
	await page.goto('/desk/banquets/new');
	await page.check('[name=origin][value=declared]');
	await page.selectOption('[name=unitId]', { index: 1 });
	await page.fill('[name=hostName]', '试主家');
	await page.fill('[name=hostPhone]', phone);
	await page.check('[name=occasion][value=wedding]');
	await page.fill('[name=plannedOn]', new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
	await page.fill('[name=tablesPlanned]', '12');
	await page.locator('main form button.primary').click();
	const [, id] = /\/desk\/banquets\/([0-9a-f-]{36})/.exec(page.url())!;
	await page.goto(`/desk/banquets/${id}/receipt`);
	const code = (await page.locator('.code').innerText()).replace(/\s/g, '');
	await page.goto('/slip');
	await page.fill('[name=phone]', phone);
	await page.fill('[name=code]', code);
	await page.locator('main form button.primary').click();
	await expect(page).toHaveURL(/\/household\//);
	return `/household/${id}`;
}
