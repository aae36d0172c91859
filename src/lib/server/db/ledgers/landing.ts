import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../client';
import { hasReached, type Slice } from './import-progress';

/** When an import is written, and by which account. */
export interface Stamp {
	at: number;
	byId: string;
}

/** Of a column: it keeps its default. */
export const byDefault = 'by-default';

/**
 * Where each column of a table gets its value. Every column is named: one that is added to the table and forgotten here
 * does not compile. Only a column that may be left out can keep its default.
 */
export type Landing<T extends SQLiteTable> = {
	[K in keyof T['$inferInsert']]-?:
		SQL<Exclude<T['$inferInsert'][K], undefined>> | (undefined extends T['$inferInsert'][K] ? typeof byDefault : never);
};

/** Inserts into a table one row for each row of `from`, written as in SQL: `import_rows r where …`. */
export function insertFrom<T extends SQLiteTable>(db: Database, table: T, values: Landing<T>, from: SQL) {
	const columns = getTableColumns(table);
	const given = Object.entries<SQL | typeof byDefault>(values).filter(([, value]) => value !== byDefault);
	const names = given.map(([key]) => sql.identifier(columns[key]!.name));
	const sources = given.map(([, value]) => sql`${value}`);
	return db.run(
		sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(sources, sql`, `)} from ${from}`
	);
}

/**
 * Reads the fields of a record `R` out of the JSON that a draft's row, `r`, keeps of it. `within` names the field in which the record lies, where
 * it is part of another.
 */
export function fieldOf<R extends object>(within?: string) {
	const path = within === undefined ? '$' : `$.${within}`;
	return <K extends keyof R & string>(name: K): SQL<R[K]> => sql.raw(`(r.record ->> '${path}.${name}')`) as SQL<R[K]>;
}

/** The id that a row's record has. */
export const recordId = sql.raw('r.record_id') as SQL<string>;

/** A value that all rows have. */
export const constant = <V extends string | number | boolean | null>(value: V): SQL<V> => sql<V>`${value}`;

/** When and by whom, for every row. */
export const stamped = <By extends string | null>({ at, byId }: { at: number; byId: By }) => ({
	at: constant(at),
	byId: constant(byId)
});

/** The lines of a slice of an import, which ends with a line's number. */
export const isInLines = (nth: SQL, { after, to }: Slice): SQL =>
	sql`${nth} > ${Number(after)} and ${nth} <= ${to === null ? Number.MAX_SAFE_INTEGER : Number(to)}`;

/** The new rows of a slice of an import, `r`; more conditions and an order may follow. */
export const newRows = (slice: Slice): SQL =>
	sql`import_rows r where r.import_id = ${slice.importId} and r.state = 'new' and ${isInLines(sql`r.nth`, slice)} and ${hasReached(slice)}`;

/** The new rows in the order of the file. */
export const newRowsInOrder = (slice: Slice): SQL => sql`${newRows(slice)} order by r.nth`;
