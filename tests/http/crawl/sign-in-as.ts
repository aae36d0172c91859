import { Page } from '../page';
import type { Session } from '../session';

/** Signs an account of the demo in. */
export async function signInAs(session: Session, username: string): Promise<void> {
	const page = new Page(session);
	await page.goto('/sign-in');
	page.fill('[name=username]', username);
	page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	if (!session.cookies.has('session')) throw new Error(`${username} is not signed in`);
}
