import { load } from 'cheerio';
import type { Answer } from '../answer';
import type { Session } from '../session';
import { routeOf, routes } from './routes';

export type Visit = { path: string; route: string; answer: Answer; links: string[] };

/** How many addresses of one route are visited: with the same names in their query, and in all. */
export type Bounds = { ofOneQuery: number; ofOneRoute: number };

/** Every address without parameters, and those of the open figures as their readers ask. */
export const starts = [
	...routes.filter(({ path }) => !path.includes('[')).map(({ path }) => path),
	'/nothing',
	'/events/nonsense',
	'/events?kind=blood-drive',
	'/events?kind=lecture',
	'/desk/events?view=past&kind=blood-drive',
	'/trends?year=2024',
	'/trends?from=2024-05&to=nonsense',
	'/reports/2024',
	'/api/v1/figures?year=2024',
	'/api/v1/figures?year=2024&lang=en',
	'/api/v1/figures?year=nonsense',
	'/api/v1/trends/banquets-held?year=2024',
	'/api/v1/events?after=nonsense',
	'/feeds/shifts/nothing.ics',
	'/desk/picture/held-by-month?year=2024',
	'/desk/events?view=past',
	'/desk/banquets?year=2024'
];

/** Visits `from` and whatever they link to within the same town, breadth first, a bounded number of each route. */
export async function* walk(session: Session, from: readonly string[], bounds: Bounds): AsyncGenerator<Visit> {
	const counts = new Map<string, number>();
	const seen = new Set<string>();
	const queue = from.map((path) => ({ path, isStart: true }));
	for (const { path, isStart } of queue) {
		const route = routeOf(path)?.path ?? 'none';
		if (seen.has(path) || (!isStart && !isRoom(counts, path, bounds))) continue;
		seen.add(path);
		const answer = await session.get(path, { follow: false });
		const links = linksOf(answer, session.origin);
		yield { path, route, answer, links };
		queue.push(...links.map((path) => ({ path, isStart: false })));
	}
}

/** Whether one more address of this route may be visited; if so, it counts. */
function isRoom(counts: Map<string, number>, path: string, { ofOneQuery, ofOneRoute }: Bounds): boolean {
	const route = routeOf(path)?.path ?? 'none';
	const query = [...new URL(path, 'http://town').searchParams.keys()].sort().join();
	const limits = [[`${route}?${query}`, ofOneQuery] as const, [route, ofOneRoute] as const];
	if (limits.some(([key, most]) => (counts.get(key) ?? 0) >= most)) return false;
	for (const [key] of limits) counts.set(key, (counts.get(key) ?? 0) + 1);
	return true;
}

/** The addresses in the same town that a page leads to, in its order, without fragments. */
function linksOf(answer: Answer, origin: string): string[] {
	const location = answer.headers.get('location');
	const found = location ? [location] : answer.isHtml() ? anchorsOf(answer.text()) : [];
	const urls = found.filter((link) => URL.canParse(link, answer.url)).map((link) => new URL(link, answer.url));
	return [...new Set(urls.filter((url) => url.origin === origin).map((url) => url.pathname + url.search))];
}

function anchorsOf(html: string): string[] {
	const $ = load(html, { scriptingEnabled: false });
	return $('a[href], img[src]')
		.toArray()
		.map(({ attribs }) => attribs.href ?? attribs.src!);
}
