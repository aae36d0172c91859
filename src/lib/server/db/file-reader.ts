import { setTimeout as pause } from 'node:timers/promises';
import { openReadConnection } from '../../../boot/read-connection.js';
import { openThreadReader } from './thread-reader';
import { codeOf, errorOf, type SqlFault, type SqlResult, type SqlStatement } from './sql';

/** Reads of a database. Several statements see one and the same state. */
export interface Reader {
	read(statements: SqlStatement[]): Promise<SqlResult[]>;
	/** The same for what takes long: others do not wait for it. */
	readAside(statements: SqlStatement[]): Promise<SqlResult[]>;
	/** Another number after every write that may have changed what is read, of whatever process. */
	state(): number;
	/** Reads on through a new connection, which knows what was found out about the tables since (ANALYZE). */
	renew(): void;
	close(): Promise<void>;
}

/** A read waits so long for the lock while it holds up everything else, and it tries again for as long as `patienceMs`. Milliseconds. */
const lockWaitMs = 50;
const patienceMs = 5000;

/** Opens a file at once; null where another process holds it for itself just then, as one does that makes its log. Then the first read opens it. */
function openIfFree(path: string): ReturnType<typeof openReadConnection> | null {
	try {
		return openReadConnection(path, lockWaitMs);
	} catch (error) {
		if (!isBusy(error)) throw error;
		return null;
	}
}

const isBusy = (error: unknown) => codeOf(error)?.startsWith('SQLITE_BUSY') ?? false;

/**
 * Reads a database file, through one connection that cannot write. A write-ahead log lets it read while others write; only a process that
 * opens or ends the log keeps it waiting.
 */
export function openFileReader(path: string): Reader {
	let connection = openIfFree(path);
	const thread = openThreadReader(path);
	let isClosed = false;
	let states = 0;

	/** A new connection counts writes from the beginning again, so a state is also told by how many connections there were. */
	function connected() {
		if (!connection) {
			connection = openReadConnection(path, lockWaitMs);
			states += 1_000_000_000;
		}
		return connection;
	}

	async function read(statements: SqlStatement[]): Promise<SqlResult[]> {
		for (const until = performance.now() + patienceMs; ;) {
			if (isClosed) throw errorOf({ message: 'The client is closed', code: 'CLIENT_CLOSED' });
			try {
				return connected().read(statements);
			} catch (error) {
				const fault = error as SqlFault;
				if (!isBusy(fault)) throw fault.rawCode === undefined ? error : errorOf(fault);
				// A statement that waited in vain stays open in its connection (libsql-client-ts issue 352).
				drop();
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
		readAside: thread.read,
		state() {
			try {
				const version = connected().version();
				return states + version;
			} catch {
				// Not known, and so not the same as any.
				return Number.NaN;
			}
		},
		renew: drop,
		close() {
			isClosed = true;
			drop();
			return thread.close();
		}
	};
}
