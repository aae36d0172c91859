import { sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Rows a page. */
export const pageSize = 50;

/** A row's place in a list that is ordered by day and id, the newest first. */
export interface Place {
	on: string;
	id: string;
}

/** Where a page begins: below (older than) or above (newer than) a row, itself left out. */
export type Cursor = { before: Place } | { after: Place };

/** Whether the page is read upwards from its cursor; `takePage` turns it round again. */
export const isUpwards = (cursor: Cursor | undefined) => cursor !== undefined && 'after' in cursor;

/** Leaves out what lies on this side of the cursor, and its row. */
export function beyond(on: AnySQLiteColumn, id: AnySQLiteColumn, cursor: Cursor | undefined): SQL | undefined {
	if (!cursor) return undefined;
	return 'before' in cursor
		? sql`(${on}, ${id}) < (${cursor.before.on}, ${cursor.before.id})`
		: sql`(${on}, ${id}) > (${cursor.after.on}, ${cursor.after.id})`;
}

/** Cuts one row too many off, and says whether there are more either way. */
export function takePage<Row>(rows: Row[], cursor: Cursor | undefined) {
	const isMore = rows.length > pageSize;
	const page = rows.slice(0, pageSize);
	if (!isUpwards(cursor)) return { page, hasOlder: isMore, hasNewer: cursor !== undefined };
	return { page: page.reverse(), hasOlder: true, hasNewer: isMore };
}
