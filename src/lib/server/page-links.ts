import { isDate } from '$lib/domain/calendar/calendar';
import type { Cursor, CursorDown, Page, RowKey } from './db/keyset';

const ids = '[0-9a-f-]{36}';

/** How a row's key reads in an address, by what its list is ordered by. A message's id is made of several, a case's key of whether it is open and a day. */
const written = {
	date: new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)_(${ids})$`),
	instant: new RegExp(`^(\\d{1,15})_(${ids})$`),
	message: /^(\d{1,15})_(.{1,200})$/,
	case: new RegExp(`^(0\\d{4}-\\d\\d-\\d\\d|1\\d{8})_(${ids})$`)
};
type OrderedBy = keyof typeof written;

/** A row's key as it stands in an address, `<key>_<id>`; undefined for anything else. */
export function readRowKey(text: string | null, by: OrderedBy): RowKey | undefined {
	const [, key, id] = written[by].exec(text ?? '') ?? [];
	if (key === undefined || id === undefined || (by === 'date' && !isDate(key))) return undefined;
	return { key: by === 'date' || by === 'case' ? key : Number(key), id };
}

/** A row's key for an address. */
export const writeRowKey = ({ key, id }: RowKey) => `${key}_${id}`;

/** The cursor in the address of a list that shows the newest first: ?before=… is older than a row, ?after=… newer; else none. */
export function readCursor(query: URLSearchParams, by: OrderedBy): Cursor | undefined {
	const below = readRowKey(query.get('before'), by);
	if (below) return { below };
	const above = readRowKey(query.get('after'), by);
	return above && { above };
}

/** The cursor in the address of a list that runs the way it is read: ?before=… and ?after=… are of its rows as they are shown; else none. */
export function readCursorInTurn(query: URLSearchParams, by: OrderedBy): Cursor | undefined {
	const above = readRowKey(query.get('before'), by);
	return above ? { above } : readCursorDown(query, by);
}

/** The same of a list that is read downwards only. */
export function readCursorDown(query: URLSearchParams, by: OrderedBy): CursorDown | undefined {
	const below = readRowKey(query.get('after'), by);
	return below && { below };
}

/** Addresses of the page before and the next one of such a list, with the same filter; null where there is none. */
export function pagesInTurn<Row>(
	query: URLSearchParams,
	{ rows, hasAbove, hasBelow }: Page<Row>,
	keyOf: (row: Row) => RowKey
): { before: string | null; next: string | null } {
	return {
		before: hasAbove ? turnTo(query, 'before', rows.at(0), keyOf) : null,
		next: hasBelow ? turnTo(query, 'after', rows.at(-1), keyOf) : null
	};
}

/** Addresses of the newer and the older page of a list that shows the newest first, with the same filter; null where there is none. */
export function pageLinks<Row>(
	query: URLSearchParams,
	{ rows, hasAbove, hasBelow }: Page<Row>,
	keyOf: (row: Row) => RowKey
): { newer: string | null; older: string | null } {
	return {
		newer: hasAbove ? turnTo(query, 'after', rows.at(0), keyOf) : null,
		older: hasBelow ? turnTo(query, 'before', rows.at(-1), keyOf) : null
	};
}

/** The address of the page beside a row; without a row that of the first page. */
function turnTo<Row>(
	query: URLSearchParams,
	side: 'before' | 'after',
	row: Row | undefined,
	keyOf: (row: Row) => RowKey
): string {
	const next = new URLSearchParams(query);
	['before', 'after'].forEach((name) => next.delete(name));
	if (row) next.set(side, writeRowKey(keyOf(row)));
	return `?${next}`;
}
