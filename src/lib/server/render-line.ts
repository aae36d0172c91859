import { performance } from 'node:perf_hooks';

/** A page that keeps the event loop busy for so long, twice in a row, is heavy: one at a time is made. Milliseconds. */
const heavyMs = 40;

/** While others wait to have heavy pages made, the next begins after as long a time as the last one took, and this at most. Milliseconds. */
const longestRest = 250;

/** So many heavy pages of one sender wait, and so many of all. */
const mostOfOne = 50;
const mostOfAll = 200;

/** There are too many heavy pages to be made. */
export class LineFull extends Error {}

/** How long the event loop was at work. Milliseconds, from any beginning. */
const busyMs = () => performance.eventLoopUtilization().active;

/**
 * Makes pages. Light ones are made at once. Of heavy ones, which kind of page that is shows by itself, one is made at a time, in turn for each
 * sender, and between two of them is time for everybody else: however many are asked for, others go on. Throws LineFull for one too many.
 */
export function createRenderLine({ workDone = busyMs }: { workDone?: () => number } = {}) {
	/** How long the last two of each kind took: the first one of all also loads its code. */
	const took = new Map<string, [number, number]>();
	const waiting = new Map<string, (() => Promise<void>)[]>();
	let underWay = 0;
	let isTaken = false;
	const lastTook = (kind: string) => Math.min(...(took.get(kind) ?? [0]));

	async function time<T>(kind: string, make: () => Promise<T>): Promise<T> {
		const began = workDone();
		const beside = ++underWay;
		try {
			return await make();
		} finally {
			// What was made beside it has its share.
			const own = (workDone() - began) / Math.max(beside, underWay--);
			took.set(kind, [own, took.get(kind)?.[0] ?? 0]);
		}
	}

	async function next(): Promise<void> {
		const [sender, tasks] = waiting.entries().next().value ?? [];
		if (sender === undefined || !tasks) return void (isTaken = false);
		waiting.delete(sender);
		const task = tasks.shift()!;
		// Behind the other senders.
		if (tasks.length > 0) waiting.set(sender, tasks);
		await task();
	}

	function rest(kind: string): void {
		const ms = waiting.size > 0 ? Math.min(lastTook(kind), longestRest) : 0;
		if (ms > 0) setTimeout(() => void next(), ms);
		else setImmediate(() => void next());
	}

	function inTurn<T>(kind: string, sender: string, make: () => Promise<T>): Promise<T> {
		const own = waiting.get(sender) ?? [];
		const all = [...waiting.values()].reduce((sum, tasks) => sum + tasks.length, 0);
		if (own.length >= mostOfOne || all >= mostOfAll) return Promise.reject(new LineFull());
		return new Promise((resolve, reject) => {
			own.push(() =>
				time(kind, make)
					.then(resolve, reject)
					.finally(() => rest(kind))
			);
			waiting.set(sender, own);
			if (isTaken) return;
			isTaken = true;
			void next();
		});
	}

	/** Makes a page of a kind (its route) for a sender (an address). */
	return <T>(kind: string, sender: string, make: () => Promise<T>): Promise<T> =>
		lastTook(kind) < heavyMs ? time(kind, make) : inTurn(kind, sender, make);
}
