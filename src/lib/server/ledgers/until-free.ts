import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from '../is-busy';

/** Between two tries. Milliseconds. */
const pauseMs = 1000;

/**
 * Writes, and tries again for as long as another process keeps the database busy (a backup, a tool of the operator): long work that no one waits for
 * goes on by itself. A stop of the software ends it, since a closed database is not busy.
 */
export async function untilFree<T>(write: () => Promise<T>): Promise<T> {
	for (;;) {
		try {
			return await write();
		} catch (fault) {
			if (!isBusy(fault)) throw fault;
			await sleep(pauseMs, undefined, { ref: false });
		}
	}
}
