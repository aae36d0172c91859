import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from '../is-busy';
import type { Statements } from '../record-act';

/** A slice of an import that is committed or undone. */
export interface Step {
	/** How many records it is about. */
	rows: number;
	statements: Statements;
	/** What is written instead when its only record is refused. */
	without(refusal: string): Statements;
}

/** A slice takes about as long: others hardly notice that they wait for it. Milliseconds. */
const aimMs = 12;

/** Rows of the first slice, and of the smallest and the largest that is worth its commit. */
const [first, least, most] = [50, 20, 500];

export type Pace = ReturnType<typeof createPace>;

/** Decides how many rows go into a slice, by how long the one before took. */
export function createPace() {
	let rows = first;
	return {
		/** How many rows the next slice has. */
		rows: () => rows,
		/** The next slice has one row, and those after it twice as many as the one before. */
		slowDown: () => void (rows = 1),
		/** Writes a slice, and sees how long it took. */
		async time<T>(write: () => Promise<T>): Promise<T> {
			const began = performance.now();
			const value = await write();
			const fit = Math.round((rows * aimMs) / (performance.now() - began));
			rows = Math.min(2 * rows, Math.max(least, Math.min(most, fit)));
			return value;
		}
	};
}

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
