import { sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * Whether a record is struck out, by its column. As SQL text: a value that is bound finds neither an index of some records alone nor one of
 * several columns.
 */
export const isStruckOut = (column: AnySQLiteColumn, is: boolean): SQL => sql`${column} = ${sql.raw(is ? '1' : '0')}`;
