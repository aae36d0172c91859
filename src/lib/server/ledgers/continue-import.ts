import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context';
import { isBusy } from '../is-busy';
import { readOn } from './read-on';
import { workOn } from './work-on';

/** Milliseconds that an answer waits. Files of usual length are read, written or undone by then. */
const patience = 2000;

/**
 * Does what is left to do with an import: reads rows that are unread, writes or undoes what was begun. It returns when that is done, or after two
 * seconds; then the rest is done in the background, and the page shows how far it is. A fault stops the work and is logged: what is done is kept, and
 * the page says that it has stopped, goes on when asked, or drops the import. Throws where the database is busy, which is answered in words.
 */
export async function continueImport(ctx: Context, importId: string): Promise<void> {
	let isAnswered = false;
	const work = readOn(ctx, importId)
		.then(() => workOn(ctx, importId))
		.catch((fault: unknown) => {
			if (!isAnswered && isBusy(fault)) throw fault;
			console.error('[import]', fault);
		});
	await Promise.race([work, sleep(patience, undefined, { ref: false })]);
	isAnswered = true;
}
