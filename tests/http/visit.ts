import { inject } from 'vitest';
import { Page } from './page';
import { Session } from './session';

/** Where the shared demo town answers. */
export const town = inject('address');

/** The password of the demo's accounts. */
export const demoPassword = 'xinfeng2024';

/** The page of a browser that knows nothing yet. */
export function newPage(origin = town): Page {
	return new Page(new Session(origin));
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, username: string, password = demoPassword): Promise<void> {
	await page.goto('/sign-in');
	page.fill('[name=username]', username);
	page.fill('[name=password]', password);
	await page.locator('main form button').first().click();
}

const signedIn = new Map<string, Promise<Session>>();

/** The page of a browser of its own in which an account of the demo is signed in; each signs in once in a file. */
export async function pageOf(username: string): Promise<Page> {
	const session = signedIn.get(username) ?? enter(username);
	signedIn.set(username, session);
	return new Page(new Session(town, (await session).cookies));
}

async function enter(username: string): Promise<Session> {
	const page = newPage();
	await signIn(page, username);
	if (!page.locator('.staff').textContent().includes(username)) throw new Error(`${username} is not signed in`);
	return page.session;
}

// Workers run side by side, and each file may load this one anew.
const own = `${process.env.VITEST_POOL_ID ?? 0}`.slice(-1) + String(Date.now()).slice(-4);
let phones = 0;

/** A telephone that no other test uses; `prefix` has three digits. */
export function newPhone(prefix = '139'): string {
	return `${prefix}${own}${String(++phones).padStart(3, '0')}`;
}
