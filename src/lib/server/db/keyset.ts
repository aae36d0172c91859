import { asc, desc, sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** Rows a page of every list that does not say otherwise. */
export const pageSize = 50;

/** Where a row stands in an ordered list: what the list is ordered by (a date, or an instant in ms, UTC), then the row's id. */
export interface RowKey {
	key: string | number;
	id: string;
}

/** Where a page begins: below or above a row of the list as it is shown; the row itself is left out. */
export type Cursor = CursorDown | { above: RowKey };

/** The same of a list that is read downwards only. */
export type CursorDown = { below: RowKey };

/** A page as it is shown, and whether the list goes on either way. */
export interface Page<Row> {
	rows: Row[];
	hasAbove: boolean;
	hasBelow: boolean;
}

/** The page of a list that holds nothing. */
export const emptyPage = { rows: [], hasAbove: false, hasBelow: false };

/** What a list is ordered by. Without `key` by the id alone. */
interface ListOrder {
	key?: SQLWrapper;
	id: SQLWrapper;
	direction: 'ascending' | 'descending';
}

/**
 * The parts of a query that reads one page of a list: a condition (`beyond`), an order, a limit of one row too many, and `take`,
 * which makes the page of the rows that were read. A page above its cursor is read upwards, and turned round again by `take`.
 */
export function pageFrom(cursor: Cursor | undefined, { key, id, direction }: ListOrder, size = pageSize) {
	const isUpwards = cursor !== undefined && 'above' in cursor;
	const isAscending = (direction === 'ascending') !== isUpwards;
	const towards = isAscending ? asc : desc;
	return {
		beyond: cursor && isBeyond({ key, id }, isAscending, 'above' in cursor ? cursor.above : cursor.below),
		orderBy: key ? [towards(key), towards(id)] : [towards(id)],
		limit: size + 1,
		take<Row>(read: Row[]): Page<Row> {
			const isMore = read.length > size;
			const rows = read.slice(0, size);
			if (isUpwards) return { rows: rows.reverse(), hasAbove: isMore, hasBelow: true };
			return { rows, hasAbove: cursor !== undefined, hasBelow: isMore };
		}
	};
}

/** A row's key, or the places for it in a compiled query. */
type Edge = RowKey | Record<keyof RowKey, SQLWrapper>;

/** The rows that come after `edge` in a list in ascending order. */
export const isAfter = (key: SQLWrapper, id: SQLWrapper, edge: Edge) => isBeyond({ key, id }, true, edge);

/** The rows that come before it. */
export const isBefore = (key: SQLWrapper, id: SQLWrapper, edge: Edge) => isBeyond({ key, id }, false, edge);

function isBeyond({ key, id }: Pick<ListOrder, 'key' | 'id'>, isAscending: boolean, edge: Edge): SQL {
	const sign = sql.raw(isAscending ? '>' : '<');
	return key ? sql`(${key}, ${id}) ${sign} (${edge.key}, ${edge.id})` : sql`${id} ${sign} ${edge.id}`;
}
