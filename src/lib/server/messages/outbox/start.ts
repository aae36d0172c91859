import { drainOutbox } from './worker';
import type { Outbox } from './letter';

const everyMs = 10_000;

/** Drains the outbox now and every ten seconds. Out: stops it, and is fulfilled when nothing is being sent any more. */
export function startOutbox(box: Outbox): () => Promise<void> {
	let isStopped = false;
	let round = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	const begin = () => {
		round = drainOutbox(box, () => isStopped)
			.catch((error) => console.error(`outbox: ${error instanceof Error ? error.name : 'fault'}`))
			.then(() => {
				if (!isStopped) timer = setTimeout(begin, everyMs).unref();
			});
	};
	begin();
	return () => {
		isStopped = true;
		clearTimeout(timer);
		return round;
	};
}
