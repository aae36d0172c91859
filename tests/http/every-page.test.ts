import { load } from 'cheerio';
import { test } from 'vitest';
import { actAsVillager } from './crawl/acts';
import { pageRoutes, pagesOf } from './crawl/pages';
import type { Visit } from './crawl/walk';
import { expect } from './expect';
import { newPage, newPhone, pageOf } from './visit';

/** The pages that run scripts (decisions 15, 30 and 31). */
const scripted = /^\/(door\/|desk\/picture\/|desk\/screen$)/;

const found = new Set<string>();

test(
	'every page of a villager has one heading, no script, its headers and nothing of the staff',
	{ timeout: 300_000 },
	async () => {
		const { session } = newPage();
		const pages = await pagesOf(session, await actAsVillager(session, newPhone));
		for (const page of pages) {
			check(page);
			checkPublic(page);
		}
	}
);

test(
	'every page of the staff has one heading, no script but where it must, and is kept by no cache',
	{ timeout: 300_000 },
	async () => {
		for (const username of ['mei', 'zhou']) {
			const { session } = await pageOf(username);
			for (const page of await pagesOf(session, [])) {
				check(page);
				expect(page.answer.headers.get('cache-control'), page.path).toBe('private, no-store');
			}
		}
	}
);

test('no page was left out', () => {
	expect(pageRoutes.filter((route) => !found.has(route))).toEqual([]);
});

function check({ path, route, answer }: Visit): void {
	found.add(route);
	const $ = load(answer.text(), { scriptingEnabled: false });
	expect.soft($('h1').length, `headings of ${path}`).toBe(1);
	if (!scripted.test(path)) expect.soft($('script').length, `scripts of ${path}`).toBe(0);
	const policy = answer.headers.get('content-security-policy');
	expect.soft(policy, path).toContain("default-src 'self'");
	expect.soft(policy, path).not.toContain("'unsafe-inline'");
	expect.soft(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
	expect.soft(answer.headers.get('x-frame-options'), path).toBe('DENY');
}

/** What a page open to everyone never holds: the way to the desk, the name of an account, a telephone of a villager in full. */
function checkPublic({ path, answer }: Visit): void {
	const html = answer.text();
	expect.soft(html, path).not.toMatch(/href="\/(desk|admin)/);
	for (const username of ['zhou', 'liu', 'wu', 'qiao'])
		expect.soft(html, path).not.toMatch(new RegExp(`\\b${username}\\b`));
	expect.soft(html.replaceAll(/href="tel:[^"]*"/g, ''), path).not.toMatch(/\b1[3-9]\d{9}\b/);
}
