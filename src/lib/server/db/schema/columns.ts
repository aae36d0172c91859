import { sql, type SQL } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';

/** A record's id: UUIDv7, made where the form is filled in, so that the same submission is written once. */
export const idColumn = () => text('id').primaryKey();

/** The moment of the act: milliseconds since 1970, UTC. */
export const atColumn = () => integer('at').notNull();

/** The account that acted; null when a villager did. */
export const byColumn = () => text('by_id');

/** SQL text of a closed list, for a CHECK or a condition: `kind in ('a', 'b')`. Words of the code only: they are not escaped. */
export function oneOf(column: string, values: readonly string[]): SQL {
	return sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);
}
