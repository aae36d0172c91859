const period = ['year', 'quarter', 'month', 'from', 'to', 'compare'];

/** What pages that all may read take from the query of their address. What is not here is read by its page as it comes. */
const read: readonly { path: RegExp; names: readonly string[] }[] = [
	{ path: /^\/(privacy)?$/, names: [] },
	{ path: /^\/events$/, names: ['kind', 'before', 'after'] },
	{ path: /^\/trends(\/|$)/, names: [...period, 'forecast', 'village', 'villages', 'drives', 'show'] }
];

/**
 * The query with what its page reads, each name once and in one order: '' or '?year=2024'. Whatever else an address has makes no other page, so the
 * page is kept once. It is the only query that the page gets to see.
 */
export function readQuery(path: string, search: string): string {
	const page = search === '' ? undefined : read.find((one) => one.path.test(path));
	if (!page) return search;
	const sent = new URLSearchParams(search);
	const kept = page.names.flatMap((name) => (sent.has(name) ? [[name, sent.get(name)!]] : []));
	return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

/** The same of an address as it was sent: path and query. */
export function readAddress(address: string): string {
	const at = address.indexOf('?');
	return at < 0 ? address : address.slice(0, at) + readQuery(address.slice(0, at), address.slice(at));
}
