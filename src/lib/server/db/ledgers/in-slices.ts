import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { isAt, isOn } from '../in-period';
import { isAfter, type RowKey } from '../keyset';

/**
 * Rows read at once. A file of any length is written slice by slice, so that other requests get their turn in between.
 */
export const sliceSize = 500;

/** What a list that goes out is narrowed to. */
export interface Narrowed {
	/** The unit and all below it. */
	scope: string;
	/** Null: of all years. */
	year: number | null;
}

/** All rows of a list in the order of a key and an id, read slice by slice as they are asked for. */
export async function* inSlices<Row extends RowKey>(
	read: (after: RowKey | null) => PromiseLike<Row[]>
): AsyncGenerator<Row> {
	for (let after: RowKey | null = null; ;) {
		const rows: Row[] = await read(after);
		yield* rows;
		if (rows.length < sliceSize) return;
		const { key, id } = rows.at(-1)!;
		after = { key, id };
	}
}

/** What comes after a row in the order of a key and an id; all where there is none. */
export const beyond = (key: SQLWrapper, id: SQLWrapper, after: RowKey | null): SQL | undefined =>
	after === null ? undefined : isAfter(key, id, after);

/** The day in a column is of the year, if one is asked for. */
export const ofYear = (column: AnySQLiteColumn, year: number | null): SQL | undefined =>
	year === null ? undefined : isOn(column, yearBounds(year));

/** The instant in a column is of the town's year, if one is asked for. */
export const startedIn = (column: AnySQLiteColumn, year: number | null): SQL | undefined =>
	year === null ? undefined : isAt(column, yearBounds(year));
