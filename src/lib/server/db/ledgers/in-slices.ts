import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../client';
import { giveWay } from '../give-way';
import { isAt, isOn } from '../in-period';
import { isAfter, type RowKey } from '../keyset';
import { readReach, type Reach } from '../units/scope';

/** Rows read at once. A file of any length is written slice by slice, and other requests get their turn in between. */
export const sliceSize = 250;

/** What a list that goes out is narrowed to. */
export interface Narrowed {
	/** The unit and all below it. */
	scope: string;
	/** Null: of all years. */
	year: number | null;
}

/**
 * All rows of a list within `scope` in the order of a key and an id, a slice at a time as they are asked for. `read` reads one slice: it goes
 * by an index to its first row, so that the last slice takes no longer than the first.
 */
export async function* inSlices<Row extends RowKey>(
	db: Database,
	scope: string,
	read: (reach: Reach, after: RowKey | null) => PromiseLike<Row[]>
): AsyncGenerator<Row[]> {
	const reach = await readReach(db, scope);
	let next = reach && read(reach, null);
	while (reach && next) {
		const rows: Row[] = await next;
		const last = rows.length < sliceSize ? undefined : rows.at(-1);
		// The next slice is read while this one is written. A reader who takes no more is not told of its failure.
		next = last ? read(reach, { key: last.key, id: last.id }) : null;
		next?.then(undefined, () => {});
		if (rows.length > 0) yield rows;
		await giveWay();
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
