import type { Client, ResultSet } from '@libsql/client';
import type { Reader } from './file-reader';
import type { SqlResult } from './sql';

/** How old what was read may be. Milliseconds. */
const mayLagMs = 5000;

/** Reads of a libSQL server; several statements go in one trip. */
export function openServerReader(client: Client): Reader {
	const read: Reader['read'] = async (statements) => {
		if (statements.length === 1) return [resultOf(await client.execute(statements[0]!))];
		return (await client.batch(statements, 'read')).map(resultOf);
	};
	return {
		read,
		readAside: read,
		// The server does not tell whether others have written: what was read may be some seconds old (decision 17).
		state: () => Math.floor(performance.now() / mayLagMs),
		renew: () => {},
		close: () => Promise.resolve(client.close())
	};
}

const resultOf = ({ columns, rows }: ResultSet): SqlResult => ({
	columns,
	rows: rows.map((row) => Array.from(row, (value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value))),
	rowsAffected: 0
});
