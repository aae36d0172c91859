import type { Session } from '../session';
import { routeOf, routes } from './routes';
import { starts, walk, type Visit } from './walk';

/** Pages that lead on to another, and those that only an act or another status leads to: their own tests look at them. */
const unlinked = ['/admin/units', '/refused/[status]', '/schedule/ask/[id=id]', '/schedule/certificate'];

/** The routes of pages that this reader's links should reach, by their path. */
export const pageRoutes = routes
	.filter(({ isPage, path }) => isPage && !unlinked.includes(path))
	.map(({ path }) => path);

/**
 * One page of each route as this reader has it, found from link to link; and a page that no link leads to by the address of its neighbour.
 * In: addresses that only this reader knows, and how many pages are enough.
 */
export async function pagesOf(session: Session, own: readonly string[], enough = Infinity): Promise<Visit[]> {
	const found = new Map<string, Visit>();
	const neighbours = new Set<string>();
	for await (const visit of walk(session, [...own, ...starts], { ofOneQuery: 1, ofOneRoute: 2 })) {
		for (const link of [visit.path, ...visit.links]) {
			const [path = ''] = link.split('?');
			if (/\/[0-9a-f-]{36}$/.test(path)) neighbours.add(path);
		}
		const isPage = visit.answer.status === 200 && routeOf(visit.path)?.isPage;
		if (isPage && !found.has(visit.route)) found.set(visit.route, visit);
		if (found.size >= enough) return [...found.values()];
	}
	for (const route of pageRoutes.filter((path) => path.includes('[id=id]/') && !found.has(path))) {
		const visit = await byNeighbour(session, route, neighbours);
		if (visit) found.set(route, visit);
	}
	return [...found.values()];
}

async function byNeighbour(session: Session, route: string, neighbours: Set<string>): Promise<Visit | null> {
	const [parent, child] = route.split('[id=id]') as [string, string];
	for (const neighbour of neighbours) {
		if (neighbour.slice(0, -36) !== parent) continue;
		const path = neighbour + child;
		const answer = await session.get(path, { follow: false });
		if (answer.status === 200) return { path, route, answer, links: [] };
	}
	return null;
}
