import type { Database } from '../../../src/lib/server/db/client';

/** Every trigger and view of a database, by name, with its statement. */
export async function listRulesInForce(db: Database): Promise<{ name: string; sql: string }[]> {
	const { rows } = await db.$client.execute(
		"select name, sql from sqlite_master where type in ('trigger', 'view') order by name"
	);
	return rows.map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
}
