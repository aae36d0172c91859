import { gzipSync } from 'node:zlib';
import type { Page } from './page';

/** What a villager's page may weigh: 14 KB, what a server sends before the first answer comes back. Bytes. */
export const budget = 14 * 1024;

/** What the page that is open weighs on the wire, its HTML and its style sheets, each compressed. Bytes. */
export async function weigh(page: Page): Promise<number> {
	const sheets = page.locator('link[rel=stylesheet]').all();
	const addresses = [page.url(), ...sheets.map((sheet) => new URL(sheet.getAttribute('href')!, page.url()).href)];
	const answers = await Promise.all(addresses.map((address) => page.session.get(address)));
	return answers.reduce((sum, { body }) => sum + gzipSync(body).length, 0);
}
