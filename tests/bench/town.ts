import { Page } from '../http/page';
import { Session } from '../http/session';
import { signInAs } from '../http/crawl/sign-in-as';
import type { App } from './apps';
import type { Target } from './load/load';
import { getting, gettingAnew } from './load/request';
import { formOf, newSignup, openRush, readEvent, type RushEvent } from './rush-event';

/** A demo town with what the bench asks it for. */
export interface Town {
	app: App;
	/** An event with one slot, for the rush. */
	hot: RushEvent;
	/** An event of the demo, as a villager finds it. */
	event: RushEvent;
	/** A cadre of the town, and the cookies of that browser. */
	cadre: Session;
	desk?: string;
	/** A villager's slip, and the cookies that open it. */
	slip: { path: string; cookie?: string };
}

/** Prepares a demo town as its people do, over HTTP: an event, a sign-up, a session. */
export async function prepareTown(app: App): Promise<Town> {
	const cadre = new Session(app.address);
	await signInAs(cadre, 'wu');
	const [hot, event] = [await openRush(cadre, 1), await findEvent(app)];
	return { app, hot, event, cadre, desk: cookiesOf(cadre), slip: await signUp(app, event) };
}

/** The first lecture that takes sign-ups. */
async function findEvent(app: App): Promise<RushEvent> {
	const page = new Page(new Session(app.address));
	await page.goto('/events?kind=lecture');
	const paths = [...page.content().matchAll(/href="(\/events\/[0-9a-f-]{36})"/g)].map(([, path]) => path!);
	for (const path of paths) {
		await page.goto(path);
		if (page.content().includes('sign-up?slot=')) return readEvent(page, path);
	}
	throw new Error('the demo town has no lecture to sign up for');
}

async function signUp(app: App, event: RushEvent): Promise<Town['slip']> {
	const villager = new Session(app.address);
	const fields = newSignup(event);
	await villager.post(formOf(event), fields);
	return { path: `/slip/${fields.id}`, cookie: cookiesOf(villager) };
}

/** The cookies of a browser, as it sends them; undefined when it has none. */
export const cookiesOf = ({ cookies }: Session): string | undefined =>
	[...cookies].map((pair) => pair.join('=')).join('; ') || undefined;

/** A page for a visitor without a cookie, which the app may keep. */
export const kept = (app: App, name: string, path: string): Target => reading(app, name, path, {});

/**
 * A page that the app renders each time. A visitor's has a new host each time. A reader's own page is never kept, and is asked for by the one
 * address that it is known by: a slip draws its address as a QR code, which is kept for its next reading.
 */
export const notKept = (app: App, name: string, path: string, cookie?: string): Target =>
	cookie === undefined
		? { ...reading(app, name, path, {}), next: gettingAnew(app.address, path) }
		: reading(app, name, path, { cookie });

/** A page, without accept-encoding. */
export const reading = (app: App, name: string, path: string, headers: Record<string, string>): Target => ({
	name,
	address: app.address,
	pid: app.pid,
	next: getting(app.address, path, headers),
	status: 200
});
