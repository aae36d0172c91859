import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

/** So long at most a slice of long work waits for others. Milliseconds. */
const longestWaitMs = 50;

/** A request that is being answered. */
export interface UnderWay {
	/** It does long work itself, or is answered: no work waits for it. */
	isAside?: boolean;
}

/** Each request, wherever it is being answered. Hooks keep more in it than is asked for here. */
export const perRequest = new AsyncLocalStorage<UnderWay>();

/** How many requests are being answered, without those that do long work. */
let underWay = 0;

/** Answers a request. Long work gives way to it meanwhile (`giveWay`). */
export async function answering<T>(request: UnderWay, answer: () => Promise<T>): Promise<T> {
	underWay++;
	try {
		return await perRequest.run(request, answer);
	} finally {
		stepAside(request);
	}
}

function stepAside(request: UnderWay): void {
	if (!request.isAside) underWay--;
	request.isAside = true;
}

/**
 * Long work calls it between two slices: those who have come meanwhile are answered first. An answer takes several turns of the event loop, and
 * with a slice in each it would wait for several slices.
 */
export async function giveWay(): Promise<void> {
	const own = perRequest.getStore();
	if (own) stepAside(own);
	// Requests come in with one turn, and are begun in the next (boot/fair-line.js).
	await turn();
	await turn();
	for (const until = performance.now() + longestWaitMs; underWay > 0 && performance.now() < until;) await sleep(1);
}
