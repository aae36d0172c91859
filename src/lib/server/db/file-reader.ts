import Libsql from 'libsql';
import { setTimeout as pause } from 'node:timers/promises';
import { errorOf, type SqlFault, type SqlResult, type SqlStatement } from './sql';

/** Reads of a database. Several statements see one and the same state. */
export interface Reader {
	read(statements: SqlStatement[]): Promise<SqlResult[]>;
	/** Another number after every write that may have changed what is read, of whatever process. */
	state(): number;
	/** Reads on through a new connection, which knows what was found out about the tables since (ANALYZE). */
	renew(): void;
	close(): void;
}

/** Prepared statements that are kept: the lists of an IN vary, so their number has an end. */
const mostKept = 500;

/** A read waits so long for the lock while it holds up everything else, and it tries again for as long as `patienceMs`. Milliseconds. */
const lockWaitMs = 50;
const patienceMs = 5000;

/**
 * Reads a database file, through one connection that cannot write. A write-ahead log lets it read while others write; only a process that
 * opens or ends the log keeps it waiting.
 */
export function openFileReader(path: string): Reader {
	let connection: Connection | null = connect(path);
	let isClosed = false;
	let states = 0;

	async function read(statements: SqlStatement[]): Promise<SqlResult[]> {
		for (const until = performance.now() + patienceMs; ;) {
			if (isClosed) throw errorOf({ message: 'The client is closed', code: 'CLIENT_CLOSED' });
			try {
				connection ??= connect(path);
				return connection.read(statements);
			} catch (error) {
				const fault = error as SqlFault;
				if (!String(fault.code).startsWith('SQLITE_BUSY')) throw fault.rawCode === undefined ? error : errorOf(fault);
				// A statement that waited in vain stays open in its connection (libsql-client-ts issue 352).
				connection?.close();
				connection = null;
				if (performance.now() > until) throw errorOf(fault);
				await pause(lockWaitMs);
			}
		}
	}

	function drop() {
		connection?.close();
		connection = null;
	}

	return {
		read,
		state() {
			// A new connection counts from the beginning again, so a state is also told by how many there were.
			if (!connection) states += 1_000_000_000;
			connection ??= connect(path);
			return states + connection.version();
		},
		renew: drop,
		close() {
			isClosed = true;
			drop();
		}
	};
}

type Connection = ReturnType<typeof connect>;

function connect(path: string) {
	const db = new Libsql(path, { timeout: 5000 });
	db.exec(`PRAGMA journal_mode = WAL; PRAGMA query_only = ON; PRAGMA busy_timeout = ${lockWaitMs}`);
	const kept = new Map<string, Libsql.Statement>();

	function prepared(sql: string): Libsql.Statement {
		const known = kept.get(sql);
		if (known) return known;
		const statement = db.prepare(sql).raw(true);
		if (kept.size >= mostKept) kept.clear();
		kept.set(sql, statement);
		return statement;
	}

	/** All rows at once: a statement read by halves would hold its snapshot, and the log would grow without end. */
	function run({ sql, args }: SqlStatement): SqlResult {
		const statement = prepared(sql);
		try {
			const rows = statement.all(args) as unknown[][];
			return { columns: statement.columns().map(({ name }) => name), rows, rowsAffected: 0 };
		} catch (error) {
			kept.delete(sql);
			throw error;
		}
	}

	return {
		version: () => (run({ sql: 'PRAGMA data_version', args: [] }).rows[0] as [number])[0],
		read(statements: SqlStatement[]): SqlResult[] {
			if (statements.length === 1) return [run(statements[0]!)];
			db.exec('BEGIN');
			try {
				return statements.map(run);
			} finally {
				db.exec('COMMIT');
			}
		},
		close() {
			kept.clear();
			db.close();
		}
	};
}
