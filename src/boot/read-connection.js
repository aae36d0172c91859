import Libsql from 'libsql';

/** @typedef {import('../lib/server/db/sql.ts').SqlStatement} SqlStatement */
/** @typedef {import('../lib/server/db/sql.ts').SqlResult} SqlResult */

/** Prepared statements that are kept: the lists of an IN vary, so their number has an end. */
const mostKept = 500;

/**
 * Opens a connection to a database file that reads and cannot write. It waits `lockWaitMs` for a lock, then throws SQLITE_BUSY.
 * @param {string} path
 * @param {number} lockWaitMs
 */
export function openReadConnection(path, lockWaitMs) {
	const db = new Libsql(path, { timeout: 5000 });
	db.exec(`PRAGMA journal_mode = WAL; PRAGMA query_only = ON; PRAGMA busy_timeout = ${lockWaitMs}`);
	/** @type {Map<string, import('libsql').Statement>} */
	const kept = new Map();

	/** @param {string} sql */
	function prepared(sql) {
		const known = kept.get(sql);
		if (known) return known;
		const statement = db.prepare(sql).raw(true);
		if (kept.size >= mostKept) kept.clear();
		kept.set(sql, statement);
		return statement;
	}

	/**
	 * All rows at once: a statement read by halves would hold its snapshot, and the log would grow without end.
	 * @param {SqlStatement} statement
	 * @returns {SqlResult}
	 */
	function run({ sql, args }) {
		const statement = prepared(sql);
		try {
			const rows = /** @type {unknown[][]} */ (statement.all(args));
			return {
				/** Few ask for the names, and to look for them takes longer than to read a row. */
				get columns() {
					return statement.columns().map(({ name }) => name);
				},
				rows,
				rowsAffected: 0
			};
		} catch (error) {
			kept.delete(sql);
			throw error;
		}
	}

	return {
		/**
		 * Several statements see one and the same state.
		 * @param {SqlStatement[]} statements
		 */
		read(statements) {
			const [first] = statements;
			if (first && statements.length === 1) return [run(first)];
			db.exec('BEGIN');
			try {
				return statements.map(run);
			} finally {
				db.exec('COMMIT');
			}
		},
		/** Another number after every write of another connection. */
		version: () => /** @type {[number]} */ (prepared('PRAGMA data_version').get())[0],
		close() {
			kept.clear();
			db.close();
		}
	};
}
