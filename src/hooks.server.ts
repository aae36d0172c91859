import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { baseLocale, isLocale, overwriteServerAsyncLocalStorage, type Locale } from '$lib/paraglide/runtime.js';
import { changePasswordRoute, decideEntry, isPrivate } from '$lib/server/people/access';
import { actAs } from '$lib/server/context';
import { countRoundTrips, openDatabase } from '$lib/server/db/client';
import { migrateDatabase } from '$lib/server/db/rules/migrate';
import { forgetOldAttempts } from '$lib/server/people/sign-in';
import { dropOldDrafts } from '$lib/server/ledgers/drop-import';
import { openEmptyTown, readTownState } from '$lib/server/units/first-run';
import { setUpChannels } from '$lib/server/messages/outbox/set-up';
import { startOutbox } from '$lib/server/messages/outbox/start';
import { eraseDepartedElders } from '$lib/server/birthdays/elder-erasures';
import { erasePersonalData } from '$lib/server/people/retention';
import { doorPolicy, scriptPolicy, securityHeaders, shipsScripts } from '$lib/server/security-headers';
import { sessionCookie, sessionCookieOptions } from '$lib/server/people/session-cookie';
import { findActor, forgetExpiredSessions } from '$lib/server/people/sessions';
import { errorPage, withErrorPage } from '$lib/server/error-page';
import { keepPage } from '$lib/server/keep-page';
import { createKeptPages } from '$lib/server/kept-pages';
import { createTown, type Town } from '$lib/server/town';
import { messageWords } from '$lib/ui/messages/matter-words';
import { loadDataKey } from './boot/data-key.js';
import { readSettings, SettingsError } from './boot/settings.js';

/** The town that this process serves. Every request acts in it by a context of its own. */
let town: Town;

const keptPages = createKeptPages({ stateOf: () => town.db.$client.state(), now: () => town.now() });

/** Opens and migrates the database once, before the first request; on an empty one sets up the town. */
export const init: ServerInit = async () => {
	if (building) return;
	const settings = readSettings(process.env);
	const dataKey = loadDataKey(settings);
	const db = await openDatabase(settings.databaseUrl, settings.databaseAuthToken ?? undefined);
	await migrateDatabase(db, findMigrations());
	town = createTown(db, dataKey, {
		retentionDays: settings.retentionDays,
		limits: settings,
		channels: setUpChannels(settings)
	});
	Object.assign(globalThis, { xinfengFirstRun: await setUpTown(settings) });
	// Requests come first: what is to be tidied may be a year's work.
	setTimeout(() => void tidy().catch(report), tidyAfterMs).unref();
	setInterval(() => void tidy().catch(report), 24 * 3600 * 1000).unref();
	const stopOutbox = startOutbox({ ctx: actAs(town, { kind: 'system' }), words: messageWords });
	Object.assign(globalThis, { xinfengStop: () => stopOutbox().finally(() => db.$client.close()) });
};

/** Deletes what is past its time: sessions, sign-in attempts, personal data. */
async function tidy(): Promise<void> {
	const system = actAs(town, { kind: 'system' });
	await forgetExpiredSessions(system);
	await forgetOldAttempts(system);
	await erasePersonalData(system);
	await eraseDepartedElders(system);
	await dropOldDrafts(system);
	await town.db.$client.optimize();
}

const tidyAfterMs = 2000;

const report = (fault: unknown) => console.error('[tidying]', fault);

/** The language of each request, which the messages ask for. */
const language = new AsyncLocalStorage<{ locale: Locale }>();
overwriteServerAsyncLocalStorage(language as never);

/** The language of the cookie `lang`, for the words and the page's own `lang`; and what visitors are shown without a session is kept. */
const speak: Handle = ({ event, resolve }) => {
	const wanted = event.cookies.get('lang');
	const locale = isLocale(wanted) ? wanted : baseLocale;
	event.locals.elderView = event.cookies.get('view') === 'elder';
	const render = async () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%view%', event.locals.elderView ? 'elder' : 'normal')
					.replaceAll('"%form%"', html.includes(' id="typed"') ? '"typed"' : '"preferences"')
		});
	return language.run({ locale }, () => keepPage(keptPages, event, { locale, session: sessionCookie }, render));
};

/** Who sends the request. */
const recognise: Handle = async ({ event, resolve }) => {
	const { cookies, locals, url } = event;
	const token = cookies.get(sessionCookie);
	const newId = () => {
		locals.hasNewId = true;
		return town.newId();
	};
	locals.context = { ...actAs(town, { kind: 'visitor' }), newId };
	const found = token ? await findActor(locals.context, token) : null;
	locals.actor = found?.actor ?? { kind: 'visitor' };
	locals.context = { ...actAs(town, locals.actor), newId };
	if (token && !found) cookies.delete(sessionCookie, sessionCookieOptions(url));
	if (token && found?.renewedUntil) {
		cookies.set(sessionCookie, token, { ...sessionCookieOptions(url), expires: new Date(found.renewedUntil) });
	}
	return resolve(event);
};

/** Decides whether the request may enter. An address without a route goes on to its 404. */
const guard: Handle = async ({ event, resolve }) => {
	if (event.route.id === null) return resolve(event);
	const { url, request } = event;
	// SvelteKit throws on an action named "default" in the address. Answer 404 instead of logging a fault.
	if (request.method === 'POST' && url.searchParams.has('/default')) return errorPage(event, 404);
	// A load may know more than its page prints. Only pages that run scripts need it as data.
	if (event.isDataRequest && !shipsScripts(event.route.id)) return errorPage(event, 404);
	switch (decideEntry(event.route.id, event.locals.actor)) {
		case 'enter':
			return withErrorPage(event, await resolve(event));
		case 'change-password':
			return redirected(changePasswordRoute);
		case 'sign-in':
			if (request.method !== 'GET' && request.method !== 'HEAD') return errorPage(event, 401);
			return redirected(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
		case 'refuse':
			return errorPage(event, 403);
	}
};

const protect: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const isDoor = event.route.id === '/door/[id=id]';
	for (const [name, value] of Object.entries(securityHeaders(event.url.protocol === 'https:', isDoor))) {
		response.headers.set(name, value);
	}
	const policy = response.headers.get('Content-Security-Policy');
	if (isDoor && policy) response.headers.set('Content-Security-Policy', doorPolicy(policy));
	else if (shipsScripts(event.route.id) && policy) {
		response.headers.set('Content-Security-Policy', scriptPolicy(policy));
	}
	if (event.route.id !== null && (isPrivate(event.route.id) || event.locals.actor?.kind === 'account')) {
		response.headers.set('Cache-Control', 'private, no-store');
	} else if (response.headers.get('Content-Type')?.startsWith('text/html')) {
		// A page depends on the visitor's language and view, so no proxy may keep it.
		response.headers.set('Cache-Control', 'private, no-cache');
	}
	return response;
};

/** In development every answer says how often it went to the database. */
const measure: Handle = async ({ event, resolve }) => {
	if (!dev) return resolve(event);
	const { value: response, count, statements } = await countRoundTrips(async () => resolve(event));
	response.headers.set('Server-Timing', `db;desc="round trips";dur=${count}, sql;desc="statements";dur=${statements}`);
	return response;
};

export const handle = sequence(measure, protect, speak, recognise, guard);

/** Logs a fault under a number that the page shows; of a failed query its values are left out, they may be personal. */
export const handleError: HandleServerError = ({ error: fault, event, status, message }) => {
	if (status < 500) return { message };
	const id = town?.newId().slice(-8) ?? 'start';
	const stack = fault instanceof Error ? `${fault.stack ?? fault}` : String(fault);
	console.error(
		`[${id}] ${event.request.method} ${event.route.id ?? 'no route'}: ${stack.replace(/\nparams: .*/g, '')}`
	);
	return { message: 'Internal Error', id };
};

/** Sets up the town on the first start. Out: the lines to print, who can sign in. */
async function setUpTown({ town: wanted, today, dataDir }: ReturnType<typeof readSettings>): Promise<string[]> {
	const system = actAs(town, { kind: 'system' });
	const state = await readTownState(system);
	if (state === 'own') return [];
	if (state === 'demo' && wanted === 'empty') {
		throw new SettingsError(
			`TOWN is "empty", but the database holds the demo town: set DATA_DIR (or DATABASE_URL) to another place, or delete the folder ${dataDir} and start again.`
		);
	}
	if (state === 'untouched' && wanted === 'empty') return openEmptyTown(system);
	if (state === 'half-loaded') {
		throw new SettingsError(
			`The demo town was interrupted while it loaded. Delete the folder ${dataDir} (or the database) and start again.`
		);
	}
	const { loadDemo, demoLogins } = await import('../drizzle/seed/demo');
	if (state === 'untouched') await loadDemo(system, today ?? town.today());
	return demoLogins;
}

function redirected(location: string): Response {
	return new Response(null, { status: 303, headers: { location } });
}

/** The folder of SQL files: beside the process when it was started in the project, else upwards from this file. */
function findMigrations(): string {
	const here = dirname(fileURLToPath(import.meta.url));
	for (let folder = process.cwd(), next = here; ; folder = next, next = dirname(next)) {
		const migrations = join(folder, 'drizzle');
		if (existsSync(join(migrations, 'meta', '_journal.json'))) return migrations;
		if (folder === next) throw new Error('the folder drizzle/ with the migrations is missing');
	}
}
