/** One page of a list that is known whole, and the addresses of the pages beside it; null where there is none. */
export interface NumberedPage<Row> {
	rows: Row[];
	before: string | null;
	next: string | null;
}

/** Villages on a page. */
export const villagesOnPage = 40;

/**
 * The page that an address asks for (`?name=2`), of a list that is known whole; the nearest where there is none of that number. The addresses keep
 * the rest of the query, and end at `anchor` of the page.
 */
export function numberedPage<Row>(
	query: URLSearchParams,
	rows: readonly Row[],
	{ name, size, anchor = '' }: { name: string; size: number; anchor?: string }
): NumberedPage<Row> {
	const pages = Math.max(1, Math.ceil(rows.length / size));
	const page = Math.min(Math.max(1, Math.trunc(Number(query.get(name))) || 1), pages);
	const turn = (to: number) => {
		const next = new URLSearchParams(query);
		next.set(name, String(to));
		return `?${next}${anchor && `#${anchor}`}`;
	};
	return {
		rows: rows.slice((page - 1) * size, page * size),
		before: page > 1 ? turn(page - 1) : null,
		next: page < pages ? turn(page + 1) : null
	};
}
