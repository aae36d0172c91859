import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../context';
import type { Act } from '../db/write';
import { mustRecord, type Statements } from '../record-act';

/** Between two acts others get their turn to write. */
const pauseMs = 40;

interface Erasing {
	/** The ids of what is due, at most as many as one act erases; none when all is done. */
	due: () => Promise<string[]>;
	/** For the audit entry: how many of these are erased at the moment of the write. */
	detail: (ids: readonly string[]) => Act['detail'];
	statements: (ids: readonly string[]) => Statements;
}

/**
 * Erases what is due in small acts, until nothing is: by the software alone. An act has its id from what it erases and the day, so that of two
 * processes one writes it. Out: how many were erased.
 */
export async function eraseInActs(ctx: Context, of: string, { due, detail, statements }: Erasing): Promise<number> {
	if (ctx.actor.kind !== 'system') throw new Error('personal data is erased by the software alone');
	for (let erased = 0; ;) {
		const ids = await due();
		if (ids.length === 0) return erased;
		if (erased > 0) await pause(pauseMs);
		const subject = { type: 'retention', id: of };
		const act = { id: idOf([of, ctx.today(), ...ids]), verb: 'erasePersonalData', subject, detail: detail(ids) };
		await mustRecord(ctx, act, statements(ids));
		erased += ids.length;
	}
}

/** A list in groups of at most so many. */
export function* inGroups<T>(list: readonly T[], size: number): Generator<T[]> {
	for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** The same id for the same list, in the form of a UUID. */
function idOf(list: readonly string[]): string {
	const hex = createHash('sha256').update(list.join()).digest('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
