import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { errorOf, type SqlFault, type SqlResult, type SqlStatement } from './sql';

/** What became of a question. */
export type Reading = { results: SqlResult[] } | { fault: SqlFault };

interface Waiting {
	resolve(results: SqlResult[]): void;
	reject(error: Error): void;
}

const script = join(process.cwd(), 'src', 'boot', 'reader.js');

/** Reads a database file through a thread (src/boot/reader.js), which is started with the first question; one that died is started anew. */
export function openThreadReader(path: string) {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | null = null;
	let asked = 0;

	function start(): Worker {
		const started = new Worker(script, { workerData: { path } });
		let cause: unknown;
		started.unref();
		started.on('message', ({ nth, ...reading }: Reading & { nth: number }) => {
			const { resolve, reject } = waiting.get(nth)!;
			waiting.delete(nth);
			// A thread that waits for questions keeps no process from ending.
			if (waiting.size === 0) started.unref();
			if ('results' in reading) resolve(reading.results);
			else reject(errorOf(reading.fault));
		});
		started.on('error', (error) => (cause = error));
		started.on('exit', () => {
			worker = null;
			for (const { reject } of waiting.values()) reject(new Error('The reader ended before it answered.', { cause }));
			waiting.clear();
		});
		return started;
	}

	return {
		read(statements: SqlStatement[]): Promise<SqlResult[]> {
			const reading = (worker ??= start());
			const nth = ++asked;
			reading.ref();
			reading.postMessage({ nth, statements });
			return new Promise((resolve, reject) => waiting.set(nth, { resolve, reject }));
		},
		async close(): Promise<void> {
			if (!worker) return;
			const ended = new Promise((resolve) => worker!.once('exit', resolve));
			worker.ref();
			worker.postMessage('stop');
			await ended;
		}
	};
}
