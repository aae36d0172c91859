import type { IncomingMessage, ServerResponse } from 'node:http';
import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ResolveOptions, ServerInit } from '@sveltejs/kit';
import { baseLocale, isLocale, overwriteServerAsyncLocalStorage, type Locale } from '$lib/paraglide/runtime.js';
import { changePasswordRoute, decideEntry, isPrivate } from '$lib/server/people/access';
import { actAs } from '$lib/server/context';
import { countRoundTrips } from '$lib/server/db/client';
import { answering, perRequest, type UnderWay } from '$lib/server/db/give-way';
import { doorPolicy, scriptPolicy, securityHeaders, shipsScripts } from '$lib/server/security-headers';
import { lastingCookieOptions, sessionCookie, sessionCookieOptions } from '$lib/server/people/session-cookie';
import { findActor } from '$lib/server/people/sessions';
import { withBusyAnswer } from '$lib/server/busy-answer';
import { errorPage, withErrorPage } from '$lib/server/error-page';
import { createFaultLog } from '$lib/server/fault-log';
import { sentForm } from '$lib/server/form';
import { digestForm } from '$lib/server/form-digest';
import { isBusy } from '$lib/server/is-busy';
import { answerKept, keepPage } from '$lib/server/keep-page';
import { nameErrors } from '$lib/ui/elements/named-errors';
import { createKeptPages } from '$lib/server/kept-pages';
import { readQuery } from '$lib/server/page-query';
import { createRenderLine } from '$lib/server/render-line';
import type { Town } from '$lib/server/town';
import { readSettings } from './boot/settings.js';
import { openTown } from './open-town';

/** The town that this process serves. Every request acts in it by a context of its own. */
let town: Town;

const keptPages = createKeptPages({ stateOf: () => town.db.$client.state(), now: () => town.now() });
const making = { pages: keptPages, line: createRenderLine() };

/** Opens the town once, before the first request. */
export const init: ServerInit = async () => {
	if (building) return;
	town = await openTown(readSettings(process.env));
	// The server asks for a kept page before it asks SvelteKit (src/boot/serve.js).
	const answer = (request: IncomingMessage, response: ServerResponse, origin: string) =>
		answerKept(keptPages, request, response, { origin, localeOf, session: sessionCookie });
	Object.assign(globalThis, { xinfengAnswerKept: answer });
};

const localeOf = (wanted?: string): Locale => (isLocale(wanted) ? wanted : baseLocale);

/** The language of an answer. An open one is kept by proxies, which look at its address alone (`?lang=`); all others follow the cookie `lang`. */
const languageOf = ({ cookies, route, url }: RequestEvent): Locale =>
	localeOf((route.id?.startsWith('/api/') ? url.searchParams.get('lang') : cookies.get('lang')) ?? undefined);

/** What is kept of each request: its language, which the messages ask for; and whether its data stays here (hooks.ts). */
interface OfRequest extends UnderWay {
	locale: Locale;
	isUnsent: boolean;
}
overwriteServerAsyncLocalStorage(perRequest as never);

/**
 * What only scripts read: Svelte's marks, and links to sheets that a page holds already. What people typed holds neither: in a page it is
 * escaped.
 */
const forScripts = /<!--.*?-->|<link [^>]*\bdisabled media="\(max-width: 0\)">/gs;

/** Goes on with the request. Out: its answer. */
type Next = (options?: ResolveOptions) => Promise<Response>;

/** The language of the request, for the words and the page's own `lang`; and what visitors are shown without a session is kept. */
function speak(event: RequestEvent, next: Next): Promise<Response> {
	const locale = languageOf(event);
	event.locals.elderView = event.cookies.get('view') === 'elder';
	const isUnsent = !shipsScripts(event.route.id);
	const transformPageChunk = ({ html }: { html: string }) => {
		event.locals.html = nameErrors(isUnsent ? html.replace(forScripts, '') : html, locale === 'en' ? ': ' : '：')
			.replace('%lang%', locale)
			.replace('%view%', event.locals.elderView ? 'elder' : 'normal')
			.replaceAll('"%form%"', html.includes(' id="typed"') ? '"typed"' : '"preferences"');
		return event.locals.html;
	};
	const render = () => next({ transformPageChunk });
	const own: OfRequest = { locale, isUnsent };
	return answering(own, () => keepPage(making, event, { locale, session: sessionCookie }, render));
}

/** Who sends the request. Out: whether the browser is to forget a session that is not known, or no longer good. */
async function recognise({ cookies, locals, request, url }: RequestEvent): Promise<boolean> {
	const token = cookies.get(sessionCookie);
	const newId = () => {
		locals.hasNewId = true;
		return town.newId();
	};
	const found = token ? await findActor(actAs(town, { kind: 'visitor' }), token) : null;
	locals.actor = found?.actor ?? { kind: 'visitor' };
	const formDigest = (actId: string) => digestForm(town.keys, sentForm(request), actId);
	locals.context = { ...actAs(town, locals.actor), newId, formDigest };
	if (token && found?.renewedUntil) {
		const lasting = { now: town.now(), until: found.renewedUntil };
		cookies.set(sessionCookie, token, lastingCookieOptions(url, lasting));
	}
	return token !== undefined && found === null;
}

/** The answer to a sender. One whose session is not good is a visitor like others, whose page may be kept; its own is said only here. */
async function answerSender(event: RequestEvent, next: () => Promise<Response>): Promise<Response> {
	const hasEnded = await recognise(event);
	const answer = await next();
	const setsOwn = () => answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookie}=`));
	// What is fetched for another answer is none of its own.
	if (hasEnded && !event.isSubRequest && !setsOwn()) {
		const { cookies, url } = event;
		const ended = cookies.serialize(sessionCookie, '', { ...sessionCookieOptions(url), maxAge: 0 });
		answer.headers.append('set-cookie', ended);
	}
	return answer;
}

/** Decides whether the request may enter. An address without a route goes on to its 404. */
async function guard(event: RequestEvent, next: Next): Promise<Response> {
	if (event.route.id === null) return next();
	const { url, request } = event;
	// SvelteKit throws on an action named "default" in the address. Answer 404 instead of logging a fault.
	if (request.method === 'POST' && url.searchParams.has('/default')) return errorPage(event, 404);
	// A load may know more than its page prints. Only pages that run scripts need it as data.
	if (event.isDataRequest && !shipsScripts(event.route.id)) return errorPage(event, 404);
	switch (decideEntry(event.route.id, event.locals.actor)) {
		case 'enter':
			return withErrorPage(event, await withBusyAnswer(event, await next()));
		case 'change-password':
			return redirected(changePasswordRoute);
		case 'sign-in':
			if (request.method !== 'GET' && request.method !== 'HEAD') return errorPage(event, 401);
			return redirected(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
		case 'refuse':
			return errorPage(event, 403);
	}
}

async function protect(event: RequestEvent, next: Next): Promise<Response> {
	const response = await next();
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
}

/** In development every answer says how often it went to the database. */
async function measure(next: Next): Promise<Response> {
	if (!dev) return next();
	const { value: response, count, statements } = await countRoundTrips(next);
	response.headers.set('Server-Timing', `db;desc="round trips";dur=${count}, sql;desc="statements";dur=${statements}`);
	return response;
}

/** From the outside in. A kept page is answered by `speak`. */
export const handle: Handle = ({ event, resolve }) =>
	measure(() =>
		answerSender(event, () => {
			const { url, request } = event;
			if (request.method !== 'POST') url.search = readQuery(url.pathname, url.search);
			return speak(event, (options) => protect(event, () => guard(event, async () => resolve(event, options))));
		})
	);

const logFault = createFaultLog({ print: (line) => console.error(line), now: () => performance.now() });

/** Logs a fault under a number that the page shows; a busy database is none, and is answered in words (withBusyAnswer). */
export const handleError: HandleServerError = ({ error: fault, event, status, message }) => {
	if (status < 500) return { message };
	if (isBusy(fault)) {
		event.locals.isBusy = true;
		return { message: 'Database busy' };
	}
	const id = town?.newId().slice(-8) ?? 'start';
	logFault(`[${id}] ${event.request.method} ${event.route.id ?? 'no route'}`, fault);
	return { message: 'Internal Error', id };
};

function redirected(location: string): Response {
	return new Response(null, { status: 303, headers: { location } });
}
