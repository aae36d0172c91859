import { createClient, type InStatement } from '@libsql/client';

/**
 * How SQLite reads these statements, a line a step. By a connection of its own: one that has explained sees no writes of others any more.
 * `url`: of the database file.
 */
export async function planOf(url: string, statements: readonly InStatement[]): Promise<string[]> {
	const client = createClient({ url });
	const read = await Promise.all(statements.map((statement) => client.execute(explained(statement))));
	client.close();
	return read.flatMap(({ rows }) => rows.map(({ detail }) => String(detail)));
}

function explained(statement: InStatement): InStatement {
	const { sql, args } = typeof statement === 'string' ? { sql: statement, args: [] } : statement;
	return { sql: `explain query plan ${sql}`, args };
}
