import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection';
import { ask, type Target } from './load';

/**
 * Asks the targets in turn at a steady pace for as long as `work` takes, each time over a new connection. Out: milliseconds of each answer from
 * the moment it was due, so that a server that stops for a second is seen by all who would have come in that second.
 */
export async function readAtPace<T>(
	targets: readonly Target[],
	perSecond: number,
	work: () => Promise<T>
): Promise<{ times: number[]; value: T }> {
	const times: number[] = [];
	const reading: Promise<void>[] = [];
	let isDone = false;
	let fault: unknown = null;
	const note = (thrown: unknown) => void (fault ??= thrown);
	const working = work().finally(() => (isDone = true));
	working.catch(note);
	const read = async (target: Target, due: number) => {
		const connection = new Connection(target.address);
		await ask(connection, target);
		times.push(performance.now() - due);
		connection.close();
	};
	const began = performance.now();
	for (let nth = 0; !isDone; nth++) {
		const due = began + (nth * 1000) / perSecond;
		await sleep(Math.max(0, due - performance.now()));
		reading.push(read(targets[nth % targets.length]!, due).catch(note));
	}
	await Promise.all(reading);
	if (fault) throw fault;
	return { times, value: await working };
}
