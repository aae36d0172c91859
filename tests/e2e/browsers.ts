import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { Page as Form } from '../http/page';
import { Session } from '../http/session';

const town = () => process.env.XINFENG_URL!;
const sessions = new Map<string, Promise<Session>>();

/** Signs in over HTTP, once a worker. Out: requests that carry the account's cookies. */
export function sessionOf(username: string): Promise<Session> {
	const session = sessions.get(username) ?? enter(username);
	sessions.set(username, session);
	return session;
}

async function enter(username: string): Promise<Session> {
	const session = new Session(town());
	const page = new Form(session);
	await page.goto('/sign-in');
	page.fill('[name=username]', username);
	page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	if (!session.cookies.has('session')) throw new Error(`${username} is not signed in`);
	return session;
}

type Options = BrowserContextOptions & { as?: string; view?: 'normal' | 'elder'; lang?: 'zh-CN' | 'en' };

/** A page in a browser window of its own, on a phone 360 px wide unless told otherwise; `as` signs an account in. */
export async function open(browser: Browser, { as, view, lang, ...options }: Options = {}): Promise<Page> {
	const session = as ? await sessionOf(as) : new Session(town());
	const remembered = { ...(view && { view }), ...(lang && { lang }) };
	return openWith(browser, new Session(town(), [...session.cookies, ...Object.entries(remembered)]), options);
}

/** The same with the cookies of a session. */
export async function openWith(browser: Browser, session: Session, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		baseURL: town(),
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		viewport: { width: 360, height: 800 },
		...options
	});
	await context.addCookies([...session.cookies].map(([name, value]) => ({ name, value, url: town() })));
	return context.newPage();
}

/** Shows in the browser what the answer to a form said, which has no address of its own. */
export async function show(page: Page, form: Form): Promise<void> {
	await page.route(form.url(), (route) =>
		route.fulfill({ contentType: 'text/html; charset=utf-8', body: form.content() })
	);
	await page.goto(form.url());
	await page.unroute(form.url());
}
