import type { RequestEvent } from '@sveltejs/kit';
import { KeptPage, type createKeptPages, type Encoding } from './kept-pages';

/** Larger answers, and those that never end, are not kept. Bytes. */
const mostBytes = 512 * 1024;

/** What is said anew to each who asks: who may keep it, and the headers of every answer (see hooks.server.ts). */
const own = new Set(['set-cookie', 'date', 'content-length']);

/**
 * The answer to a visitor without a session: a kept one where there is one, else that of `resolve`, which is kept when it is the same for all
 * who ask: it is whole, sets no cookie, and making it read no cookie and made no id.
 */
export async function keepPage(
	pages: ReturnType<typeof createKeptPages>,
	event: RequestEvent,
	{ locale, session }: { locale: string; session: string },
	resolve: () => Promise<Response>
): Promise<Response> {
	const { request, cookies, url, locals } = event;
	if (request.method !== 'GET' || event.isDataRequest || event.isSubRequest || cookies.get(session)) return resolve();
	let answer: Response | undefined;
	const key = `${url.href} ${locale} ${locals.elderView}`;
	const page = await pages.get(key, async () => {
		const isOwn = watchCookies(event, session);
		answer = await resolve();
		return isOwn() || locals.hasNewId ? null : keptOf(answer);
	});
	if (!page) return answer ?? resolve();
	return answerWith(page, encodingFor(request.headers.get('accept-encoding')));
}

/** Notes whether a cookie is read from now on, but the session's, which is not there. */
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

async function keptOf(answer: Response): Promise<KeptPage | null> {
	const { status, headers } = answer;
	const isKept = status === 200 && headers.has('etag') && !headers.has('set-cookie') && !isPrivate(headers);
	if (!isKept) return null;
	const body = new Uint8Array(await answer.clone().arrayBuffer());
	if (body.length > mostBytes) return null;
	return new KeptPage(
		[...headers].filter(([name]) => !own.has(name)),
		body
	);
}

const isPrivate = (headers: Headers) => /private|no-store/.test(headers.get('cache-control') ?? '');

async function answerWith(page: KeptPage, encoding: Encoding | null): Promise<Response> {
	const body = await page.bodyIn(encoding);
	const headers = new Headers(page.headers);
	if (encoding) headers.set('content-encoding', encoding);
	headers.set('content-length', String(body.length));
	return new Response(body as Uint8Array<ArrayBuffer>, { headers });
}

/** The best packing that a reader takes: `br` before `gzip`; null for none. One that is named with q=0 is refused. */
function encodingFor(accepted: string | null): Encoding | null {
	const takes = (name: Encoding) =>
		new RegExp(`(^|,)\\s*${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[^,]*)?(,|$)`).test(accepted ?? '');
	return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}
