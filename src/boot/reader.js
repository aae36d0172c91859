// Reads a database file in a thread of its own (lib/server/db/thread-reader.ts): what takes long, so that requests do not wait for it.
import { parentPort, workerData } from 'node:worker_threads';
import { openReadConnection } from './read-connection.js';

/** @typedef {{ nth: number, statements: import('../lib/server/db/sql.ts').SqlStatement[] }} Question */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { path } = /** @type {{ path: string }} */ (workerData);

/** No request waits while this thread waits for a lock. Milliseconds. */
const lockWaitMs = 5000;

/** @type {ReturnType<typeof openReadConnection> | null} */
let connection = null;

port.on('message', (/** @type {Question | 'stop'} */ message) => {
	if (message === 'stop') {
		connection?.close();
		port.close();
	} else port.postMessage({ nth: message.nth, ...answerTo(message) });
});

/**
 * @param {Question} question
 * @returns {import('../lib/server/db/thread-reader.ts').Reading}
 */
function answerTo({ statements }) {
	try {
		connection ??= openReadConnection(path, lockWaitMs);
		return { results: connection.read(statements) };
	} catch (error) {
		connection?.close();
		connection = null;
		const { message, code, rawCode } = /** @type {Error & { code?: string, rawCode?: number }} */ (error);
		return { fault: { message, code: code ?? 'UNKNOWN', rawCode } };
	}
}
