// The one writer of a database file: a thread of its own (lib/server/db/thread-writer.ts). It takes a group of acts at a
// time, writes each in a savepoint and commits them together, so the disk is waited for once. It answers after the
// commit: what is acknowledged is on disk.
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import Libsql from 'libsql';

/** @typedef {import('../lib/server/db/sql.ts').SqlStatement} SqlStatement */
/** @typedef {import('../lib/server/db/sql.ts').SqlResult} SqlResult */
/** @typedef {import('../lib/server/db/sql.ts').SqlAct} SqlAct */
/** @typedef {import('../lib/server/db/line.ts').Answer} Answer */
/** @typedef {{ acts: SqlAct[], waitMs: number }} Group `waitMs`: how long it may wait for another process that writes */

/** The write-ahead log keeps no more of the disk than this after a rush. Bytes. */
const mostLog = 64 * 1024 * 1024;

/** One wait for the lock. After it the thread looks at its deadline. Milliseconds. */
const lockWaitMs = 250;

/** Prepared statements that are kept: the lists of an IN vary, so their number has an end. */
const mostKept = 500;

/** `hurry`: not 0 once no act may wait for the lock any more, since the server stops. */
const { path, hurry } = /** @type {{ path: string, hurry: Int32Array }} */ (workerData);
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

/** @type {import('libsql').Database | null} */
let connection = null;
/** A statement failed between its rows. It stays open in its connection, which then keeps the log from being written back. */
let hasOpenRows = false;
/** The disk was full, and the log could not be written back. Then that comes first, before the log takes what was freed since. */
let isCramped = false;
/** @type {Map<string, { statement: import('libsql').Statement, isReader: boolean }>} */
const kept = new Map();

port.on('message', (/** @type {Group | 'stop'} */ message) => {
	if (message === 'stop') return stop();
	port.postMessage(answersTo(message));
});

/**
 * One answer an act.
 * @param {Group} group
 * @returns {Answer[]}
 */
function answersTo({ acts, waitMs }) {
	const [first] = acts;
	try {
		if (first?.way === 'bare' || first?.way === 'migration') return [apart(first)];
		if (isCramped) makeRoom();
		if (!begin(waitMs)) return acts.map(() => busy);
		const answers = together(acts) ?? acts.map((act) => alone(act, waitMs));
		if (isCramped || !answers.some(isFull) || !makeRoom()) return answers;
		return answers.map((answer, nth) => (isFull(answer) ? alone(/** @type {SqlAct} */ (acts[nth]), waitMs) : answer));
	} catch (error) {
		hasOpenRows = true;
		return acts.map(() => faultOf(error));
	} finally {
		if (hasOpenRows) letGo();
	}
}

/**
 * Begins a transaction that holds the lock. Only `exec` may wait for it: any other statement that waited in vain stays
 * open in its connection, which then writes nothing more (libsql-client-ts issue 352).
 * @param {number} waitMs
 */
function begin(waitMs) {
	for (const until = performance.now() + waitMs; ;) {
		try {
			open().exec('BEGIN IMMEDIATE');
			return true;
		} catch (error) {
			if (!isBusy(error)) throw error;
			if (performance.now() >= until || Atomics.load(hurry, 0) !== 0) return false;
		}
	}
}

/**
 * Writes the acts of the transaction that has begun and commits them: a refused act refuses itself alone. Null when one of them ended
 * the whole transaction, or the commit failed: then nothing was written.
 * @param {SqlAct[]} acts
 * @returns {Answer[] | null}
 */
function together(acts) {
	const db = open();
	/** @type {Answer[]} */
	const answers = [];
	for (const { statements } of acts) {
		db.exec('SAVEPOINT act');
		try {
			answers.push({ results: statements.map(run) });
			db.exec('RELEASE act');
		} catch (error) {
			if (!db.inTransaction) return null;
			db.exec('ROLLBACK TO act; RELEASE act');
			answers.push(faultOf(error));
		}
	}
	try {
		// Refused acts leave pages behind that a commit would write, and readers would take it for a change.
		db.exec(answers.some((answer) => 'results' in answer) ? 'COMMIT' : 'ROLLBACK');
		return answers;
	} catch {
		if (db.inTransaction) db.exec('ROLLBACK');
		return null;
	}
}

/**
 * The same for one act of a group that failed as a whole.
 * @param {SqlAct} act
 * @param {number} waitMs
 * @returns {Answer}
 */
function alone({ statements }, waitMs) {
	try {
		if (!begin(waitMs)) return busy;
		const results = statements.map(run);
		open().exec('COMMIT');
		return { results };
	} catch (error) {
		const fault = faultOf(error);
		if (connection?.inTransaction) connection.exec('ROLLBACK');
		return fault;
	}
}

/**
 * What no transaction takes, such as a PRAGMA, or a migration, which rebuilds tables that others point to.
 * @param {SqlAct} act
 * @returns {Answer}
 */
function apart(act) {
	if (act.way === 'bare') return { results: act.statements.map(run) };
	const db = open();
	db.exec('PRAGMA foreign_keys = OFF');
	try {
		return alone(act, 5000);
	} finally {
		db.exec('PRAGMA foreign_keys = ON');
	}
}

/**
 * @param {SqlStatement} statement
 * @returns {SqlResult}
 */
function run({ sql, args }) {
	const { statement, isReader } = prepared(sql);
	try {
		if (!isReader) return { columns: [], rows: [], rowsAffected: statement.run(args).changes };
		const rows = /** @type {any[][]} */ (statement.all(args));
		return { columns: statement.columns().map(({ name }) => name), rows, rowsAffected: 0 };
	} catch (error) {
		kept.delete(sql);
		if (isReader || isBusy(error)) hasOpenRows = true;
		throw error;
	}
}

/** @param {string} sql */
function prepared(sql) {
	const known = kept.get(sql);
	if (known) return known;
	const statement = open().prepare(sql);
	let isReader = true;
	try {
		statement.raw(true);
	} catch {
		// It throws where the statement gives no rows.
		isReader = false;
	}
	if (kept.size >= mostKept) kept.clear();
	kept.set(sql, { statement, isReader });
	return { statement, isReader };
}

function open() {
	if (connection) return connection;
	connection = new Libsql(path, { timeout: lockWaitMs });
	connection.exec(`PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${mostLog}`);
	return connection;
}

/** Drops the connection; the next act opens another one. */
function letGo() {
	hasOpenRows = false;
	kept.clear();
	connection?.close();
	connection = null;
}

/**
 * The disk is full. The log is written into the file, whose pages are mostly there already, and gives back its room: otherwise it takes what an
 * operator frees, and grows until it is full again. Out: whether it did.
 */
function makeRoom() {
	if (hasOpenRows) letGo();
	try {
		const [row] = /** @type {{ busy: number }[]} */ (open().prepare('PRAGMA wal_checkpoint(TRUNCATE)').all());
		isCramped = row?.busy !== 0;
	} catch {
		// The file has to grow, and cannot.
		letGo();
		isCramped = true;
	}
	return !isCramped;
}

/** @param {Answer} answer */
const isFull = (answer) => 'fault' in answer && answer.fault.code.startsWith('SQLITE_FULL');

/** Writes the log into the file and ends. Another process that reads may keep part of the log: that does no harm. */
function stop() {
	try {
		open().prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
	} catch (error) {
		if (!isBusy(error)) process.stderr.write(`[writer] ${String(error)}\n`);
	}
	letGo();
	port.close();
}

/** Another process wrote all the while, and nothing was written. @type {Answer} */
const busy = { fault: { message: 'database is locked', code: 'SQLITE_BUSY', rawCode: 5 } };

/**
 * An error loses its fields on the way to another thread, so they are told apart.
 * @param {unknown} error
 * @returns {Answer}
 */
function faultOf(error) {
	const { message, code, rawCode } = /** @type {Error & { code?: string, rawCode?: number }} */ (error);
	return { fault: { message, code: code ?? 'UNKNOWN', rawCode } };
}

/** @param {unknown} error */
function isBusy(error) {
	return String(/** @type {{ code?: string }} */ (error).code).startsWith('SQLITE_BUSY');
}
