import type { RequestEvent } from '@sveltejs/kit';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorPage } from './error-page';
import { KeptPage, type createKeptPages, type Encoding } from './kept-pages';
import { readAddress } from './page-query';
import { LineFull, type createRenderLine } from './render-line';

type Pages = ReturnType<typeof createKeptPages>;

/** What is said anew to each who asks: who may keep it, and the headers of every answer (see hooks.server.ts). */
const own = new Set(['set-cookie', 'date', 'content-length', 'vary']);

/** How pages are made: what is kept of them, and the line of those that take long. */
interface Making {
	pages: Pages;
	line: ReturnType<typeof createRenderLine>;
}

/**
 * The answer to a visitor, who has no session: a kept one where there is one, else that of `resolve`, which is kept when it is the same for all
 * who ask: it is whole, sets no cookie, and making it read no cookie and made no id. 503 where too many ask for pages that take long.
 */
export async function keepPage(
	{ pages, line }: Making,
	event: RequestEvent,
	{ locale, session }: { locale: string; session: string },
	resolve: () => Promise<Response>
): Promise<Response> {
	const { method } = event.request;
	const isRead = method === 'GET' || method === 'HEAD';
	if (!isRead || event.isSubRequest || event.locals.actor.kind === 'account') return resolve();
	const render = () => line(event.route.id ?? '', event.getClientAddress(), resolve);
	try {
		if (method === 'HEAD' || event.isDataRequest) return await render();
		return await keptOrMade(pages, event, { locale, session }, render);
	} catch (fault) {
		if (!(fault instanceof LineFull)) throw fault;
		const full = await errorPage(event, 503);
		full.headers.set('retry-after', '5');
		return full;
	}
}

async function keptOrMade(
	pages: Pages,
	event: RequestEvent,
	{ locale, session }: { locale: string; session: string },
	render: () => Promise<Response>
): Promise<Response> {
	const { request, url, locals } = event;
	let answer: Response | undefined;
	const key = keyOf(url.href, locale, locals.elderView);
	const page = await pages.get(key, async () => {
		const isOwn = watchCookies(event, session);
		answer = await render();
		return isOwn() || locals.hasNewId ? null : keptOf(answer, locals.html);
	});
	const encoding = encodingFor(request.headers.get('accept-encoding'));
	// Whose request made the page has its answer, unless it goes out packed.
	if (answer && (!page || encoding === null)) return answer;
	return page ? answerWith(page, encoding) : render();
}

const keyOf = (href: string, locale: string, elderView: boolean) => `${href} ${locale} ${elderView}`;

/**
 * Answers a request from the kept pages before SvelteKit sees it: ten times as fast. `origin` is scheme and host. Out: false where there is
 * none at hand, and nothing was answered.
 */
export function answerKept(
	pages: Pages,
	request: IncomingMessage,
	response: ServerResponse,
	{ origin, localeOf, session }: { origin: string; localeOf(wanted?: string): string; session: string }
): boolean {
	const { method, headers } = request;
	const { url = '' } = request;
	// A fragment is no part of an address that is asked for; SvelteKit knows what to make of it.
	if (method !== 'GET' || url.includes('#')) return false;
	const [who, lang, view] = [session, 'lang', 'view'].map((name) => cookieOf(headers.cookie, name));
	// What is written in another way is read by SvelteKit.
	if (who !== undefined || /[^\w-]/.test(`${lang}${view}`)) return false;
	const page = pages.find(keyOf(origin + readAddress(url), localeOf(lang), view === 'elder'));
	const encoding = encodingFor(headers['accept-encoding'] ?? null);
	const body = page?.readyIn(encoding);
	if (!page || !body || headers['if-none-match']) return false;
	const packed = encoding ? ['content-encoding', encoding] : [];
	response.writeHead(200, [...page.headers.flat(), ...packed, 'content-length', String(body.length)]).end(body);
	return true;
}

const cookieOf = (cookies: string | undefined, name: string) =>
	cookies && new RegExp(`(?:^|;)\\s*${name}\\s*=([^;]*)`).exec(cookies)?.[1];

/** Notes whether a cookie is read from now on, but the session's, which is none that is known. */
function watchCookies({ cookies }: RequestEvent, session: string): () => boolean {
	let isRead = false;
	const { get, getAll } = cookies;
	cookies.get = (name, options) => {
		if (name !== session) isRead = true;
		return get(name, options);
	};
	cookies.getAll = (options) => {
		isRead = true;
		return getAll(options);
	};
	return () => isRead;
}

function keptOf({ status, headers }: Response, html: string | undefined): KeptPage | null {
	const isWhole = status === 200 && html !== undefined && headers.has('etag');
	if (!isWhole || headers.has('set-cookie') || isPrivate(headers)) return null;
	return new KeptPage([...[...headers].filter(([name]) => !own.has(name)), ['vary', 'Accept-Encoding']], html);
}

const isPrivate = (headers: Headers) => headers.get('cache-control')?.includes('no-store') ?? false;

async function answerWith(page: KeptPage, encoding: Encoding | null): Promise<Response> {
	const body = await page.bodyIn(encoding);
	const headers = new Headers(page.headers);
	if (encoding) headers.set('content-encoding', encoding);
	headers.set('content-length', String(body.length));
	return new Response(body as Uint8Array<ArrayBuffer>, { headers });
}

/** The best packing that a reader takes: `br` before `gzip`; null for none. One that is named with q=0 is refused. */
function encodingFor(accepted: string | null): Encoding | null {
	if (!accepted) return null;
	return encodings.find(([, named]) => named.test(accepted))?.[0] ?? null;
}

const encodings = (['br', 'gzip'] as const).map(
	(name) => [name, new RegExp(`(^|,)\\s*${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[^,]*)?(,|$)`)] as const
);
