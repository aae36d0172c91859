import { numberedPage, type NumberedPage } from '$lib/server/numbered-pages';

/** A page of villages, of those whose name was asked for. */
export interface VillagePage<Row> extends NumberedPage<Row> {
	/** What was typed to find one. */
	typed: string;
	/** Whether there are more villages than one page holds. */
	isLong: boolean;
}

const longest = 60;

/** The villages that an address asks for: by part of a name (?village=…), and a page of them (?villages=2). */
export function pageOfVillages<Row>(
	query: URLSearchParams,
	rows: readonly Row[],
	{ size, nameOf, anchor }: { size: number; nameOf: (row: Row) => string; anchor?: string }
): VillagePage<Row> {
	const typed = (query.get('village') ?? '').trim().slice(0, longest);
	const wanted = typed.toLocaleLowerCase();
	const found = wanted === '' ? rows : rows.filter((row) => nameOf(row).toLocaleLowerCase().includes(wanted));
	return { ...numberedPage(query, found, { name: 'villages', size, anchor }), typed, isLong: rows.length > size };
}
