import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

/** So long at most a slice of long work waits for others. Milliseconds. */
const longestWaitMs = 50;

/** A request that takes longer is not waited for: it may wait itself, for its sender or for a lock. Milliseconds. */
const longestAnswerMs = 500;

/** A request that is being answered. */
export interface UnderWay {
	/** It does long work itself, or is answered: no work waits for it. */
	isAside?: boolean;
}

/** Each request, wherever it is being answered. Hooks keep more in it than is asked for here. */
export const perRequest = new AsyncLocalStorage<UnderWay>();

/** The requests that are being answered, each with when it came, without those that do long work. */
const underWay = new Map<UnderWay, number>();

/** Answers a request. Long work gives way to it meanwhile (`giveWay`). */
export async function answering<T>(request: UnderWay, answer: () => Promise<T>): Promise<T> {
	underWay.set(request, performance.now());
	try {
		return await perRequest.run(request, answer);
	} finally {
		stepAside(request);
	}
}

function stepAside(request: UnderWay): void {
	underWay.delete(request);
	request.isAside = true;
}

/** The turn that was asked for last. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Long work calls it between two slices: those who have come meanwhile are answered first. An answer takes several turns of the event loop, and
 * with a slice in each it would wait for several slices. Of several works one goes on at a time, so that others wait for one slice, however many there are.
 */
export async function giveWay(): Promise<void> {
	const own = perRequest.getStore();
	if (own) stepAside(own);
	await (last = last.then(othersAnswered));
}

async function othersAnswered(): Promise<void> {
	// Requests come in with one turn, and are begun in the next (boot/fair-line.js).
	await turn();
	await turn();
	for (const until = performance.now() + longestWaitMs; isAwaited() && performance.now() < until;) await sleep(1);
}

function isAwaited(): boolean {
	const since = performance.now() - longestAnswerMs;
	return [...underWay.values()].some((began) => began > since);
}
