import { sql, type SQL } from 'drizzle-orm';

/**
 * The rows of a query as a list in one column of another query, so that a page reads both in one statement. In: what a row has, as names and
 * SQL; and all that follows `select …`, with the order of the list.
 */
export function listWithin<Row extends object>(columns: Record<keyof Row, string>, from: SQL): SQL<Row[]> {
	const named = Object.entries<string>(columns);
	const read = sql.raw(named.map(([name, column]) => `${column} as "${name}"`).join(', '));
	const pairs = sql.raw(named.map(([name]) => `'${name}', "${name}"`).join(', '));
	return sql`(select json_group_array(json_object(${pairs})) from (select ${read} ${from}))`.mapWith(
		(text: string) => JSON.parse(text) as Row[]
	);
}
