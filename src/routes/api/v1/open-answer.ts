import { json, type RequestHandler } from '@sveltejs/kit';
import { findBreakdown, type Breakdown, type ShownOrMissing } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import { isLocale, type Locale } from '$lib/paraglide/runtime.js';
import type { Cursor } from '$lib/server/db/keyset';
import { listFormat } from '$lib/ui/formatters';
import { readCursorDown } from '$lib/server/page-links';

/** What is wrong with a request, and the answer that says so. */
interface Refused {
	ok: false;
	answer: Response;
}
type Read<T> = ({ ok: true } & T) | Refused;

/** Figures are read from anywhere, and may be a minute old. */
const open = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60' };

/** An open answer as JSON. */
export const answer = (body: unknown): Response => json(body, { headers: open });

/** An open answer in another format. */
export const answerText = (body: string, type: string): Response =>
	new Response(body, { headers: { ...open, 'content-type': type } });

/** How a number is shown: 'exact', or what keeps it back. Null where there is no data. */
export const shownAs = (value: number | null, shown: ShownOrMissing): ShownOrMissing | null =>
	value === null && shown === 'exact' ? null : shown;

/** The cursor `after` (<start>_<id>) of a list ordered by start; none is the first page, anything else is refused with 400. */
export function readCursor(url: URL): Read<{ cursor?: Cursor }> {
	if (!url.searchParams.has('after')) return { ok: true };
	const cursor = readCursorDown(url.searchParams, 'instant');
	if (!cursor) return refused(400, 'after-wrong', m.announce_api_page({}, { locale: 'zh-CN' }));
	return { ok: true, cursor };
}

/**
 * The year and the language (zh-CN unless asked for) of a request; anything else is refused with 400. So is any other parameter: one who asks for a
 * quarter must not take the answer of the year for it. `others`: those that the address has besides.
 */
export function readQuery(url: URL, others: readonly string[] = []): Read<{ year: number; locale: Locale }> {
	const lang = url.searchParams.get('lang') ?? 'zh-CN';
	if (!isLocale(lang)) return refused(400, 'lang-wrong', m.figures_api_lang({}, { locale: 'zh-CN' }));
	const known = ['year', ...others, 'lang'];
	const unknown = [...url.searchParams.keys()].find((name) => !known.includes(name));
	if (unknown !== undefined) {
		const words = { name: unknown, known: listFormat(lang).format(known) };
		return refused(400, 'parameter-unknown', m.figures_api_parameter(words, { locale: lang }));
	}
	const year = url.searchParams.get('year') ?? '';
	if (!/^(20\d\d|2100)$/.test(year)) return refused(400, 'year-wrong', m.figures_api_year({}, { locale: lang }));
	return { ok: true, year: Number(year), locale: lang };
}

/** The same with `by`. */
export function readTrendQuery(url: URL): Read<{ year: number; locale: Locale; by: Breakdown }> {
	const query = readQuery(url, ['by']);
	if (!query.ok) return query;
	const by = findBreakdown(url.searchParams.get('by'));
	if (by === null) return refused(400, 'by-wrong', m.figures_api_by({}, { locale: query.locale }));
	return { ...query, by };
}

/** For every method but GET: 405. */
export const readOnly: RequestHandler = () => {
	const { answer } = refused(405, 'method-not-allowed', m.figures_api_method({}, { locale: 'zh-CN' }));
	answer.headers.set('allow', 'GET, HEAD');
	return answer;
};

function refused(status: number, error: string, message: string): Refused {
	const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
	return { ok: false, answer: json({ error, message }, { status, headers }) };
}
