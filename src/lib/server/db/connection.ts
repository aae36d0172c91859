import { LibsqlError, type Client } from '@libsql/client';
import { setTimeout as pause } from 'node:timers/promises';

type Attempt = () => Promise<unknown>;

/** How a call of the client (`execute` or `batch`) is made: `attempt` makes it, `args` is what it was called with. */
export type Call = (attempt: Attempt, args: unknown[]) => Promise<unknown>;

/**
 * Calls on a file. A statement that waited for another process in vain stays open in its connection. That connection
 * then writes nothing and reads an old state, until it happens to be collected (libsql-client-ts issue 352). So the
 * connection is replaced, and calls that wait for it take the new one.
 */
export function onFile(client: Client): Call {
	return async (attempt) => {
		for (;;) {
			try {
				return await attempt();
			} catch (error) {
				if (isCalled('SQLITE_BUSY', error)) client.reconnect();
				if (!isCalled('CLIENT_CLOSED', error) || client.closed) throw error;
			}
		}
	};
}

/**
 * Calls on a server. It writes one thing at a time in any case, but sqld (0.24) loses track of its queue when many
 * write at once: it refuses some, and after some hundreds answers no write at all. So this process asks for one write
 * at a time; reads go beside it.
 */
export function onServer(): Call {
	let last: Promise<unknown> = Promise.resolve();
	return (attempt, [statements]) => {
		if (isRead(statements)) return untilFree(attempt);
		const written = last.then(() => untilFree(attempt));
		last = written.catch(() => {});
		return written;
	};
}

/** Milliseconds between one attempt and the next on a busy server. The second attempt nearly always succeeds. */
const pauses = [5, 10, 20, 40, 80, 160, 320, 640];

/**
 * "Database is locked", which other processes can still cause, says that nothing has been written, so the call is
 * tried again.
 */
async function untilFree(attempt: Attempt): Promise<unknown> {
	for (const ms of pauses) {
		try {
			return await attempt();
		} catch (error) {
			if (!isCalled('SQLITE_BUSY', error)) throw error;
			await pause(ms);
		}
	}
	return attempt();
}

const isCalled = (code: string, error: unknown) => error instanceof LibsqlError && error.code === code;

/** Whether the call only reads: one statement, or a batch of them, each as text or with its text under `sql`. */
function isRead(statements: unknown): boolean {
	const all = Array.isArray(statements) ? (statements as unknown[]) : [statements];
	return all.every((statement) => /^\s*select\b/i.test(textOf(statement)));
}

function textOf(statement: unknown): string {
	if (Array.isArray(statement)) return String(statement[0]);
	return typeof statement === 'string' ? statement : (statement as { sql: string }).sql;
}
