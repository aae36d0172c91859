import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createLine, WriterLost, type Answer, type Port } from './line';
import type { SqlAct } from './sql';

/** An act waits so long for another process that writes the same file, then it is refused as busy. Milliseconds. */
const patienceMs = 5000;

/** A thread, and what waits for its answer; it answers one group at a time. */
interface Thread {
	worker: Worker;
	answer?: { resolve(answers: Answer[]): void; reject(error: Error): void };
}

const script = join(process.cwd(), 'src', 'boot', 'writer.js');

/**
 * Writes a database file through one thread that runs `from` (src/boot/writer.js), and is started with the first act. When the thread dies,
 * the acts that may land once are sent to a new one.
 */
export function openThreadWriter(path: string, from = script): Port {
	let thread: Thread | null = null;
	// A thread that waits for the lock reads no message, but it sees shared memory.
	const hurry = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

	const line = createLine((acts, waitMs) => {
		thread ??= startThread(from, { path, hurry }, () => (thread = null));
		return ask(thread, acts, waitMs);
	}, patienceMs);

	return {
		submit: line.submit,
		hurry() {
			line.hurry();
			Atomics.store(hurry, 0, 1);
		},
		async close() {
			await line.isEmpty();
			const { worker } = thread ?? {};
			if (!worker) return;
			worker.ref();
			const ended = new Promise((resolve) => worker.once('exit', resolve));
			// A thread is asked to end, never made to: one that is ended inside the database takes the process along.
			worker.postMessage('stop');
			await ended;
		}
	};
}

function ask(thread: Thread, acts: SqlAct[], waitMs: number): Promise<Answer[]> {
	return new Promise((resolve, reject) => {
		thread.answer = { resolve, reject };
		// The process must not end while an act is on its way; a thread that waits for work keeps nothing open.
		thread.worker.ref();
		thread.worker.postMessage({ acts, waitMs });
	});
}

function startThread(from: string, workerData: { path: string; hurry: Int32Array }, forget: () => void): Thread {
	const worker = new Worker(from, { workerData });
	const thread: Thread = { worker };
	worker.unref();
	worker.on('message', (answers: Answer[]) => {
		worker.unref();
		thread.answer?.resolve(answers);
		thread.answer = undefined;
	});
	let cause: unknown;
	worker.on('error', (error) => (cause = error));
	// It comes after an error too.
	worker.on('exit', () => {
		forget();
		thread.answer?.reject(new WriterLost('The writer ended before it answered.', { cause }));
		thread.answer = undefined;
	});
	return thread;
}
