import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** What a villager's page may weigh: 14 KB, what a server sends before the first answer comes back. Bytes. */
export const budget = 14 * 1024;

/** What the page that is open weighs on the wire, its HTML and its style sheets, each compressed. Bytes. */
export async function weigh(page: Page): Promise<number> {
	const sheets = await page
		.locator('link[rel=stylesheet]')
		.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
	const bodies = await Promise.all([page.url(), ...sheets].map(async (url) => (await page.request.get(url)).body()));
	return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
