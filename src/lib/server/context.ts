import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Actor } from '$lib/domain/people/actor';
import { dateOf } from '$lib/domain/calendar/calendar';
import { makeCode } from '$lib/domain/signups/slip-code';
import type { Database } from './db/client';
import { createKeys, type Keys } from './keys';

/** All that a verb may depend on beside its input. */
export interface Context {
	db: Database;
	keys: Keys;
	actor: Actor;
	/** Days after a slot's end until the personal fields of its sign-ups are erased. */
	retentionDays: number;
	/** The clock: milliseconds since 1970, UTC. */
	now(): number;
	/** The town's calendar date of `now()`: YYYY-MM-DD in Asia/Shanghai. */
	today(): string;
	/** A fresh UUIDv7. */
	newId(): string;
	/** A fresh slip code (domain/signups/slip-code). */
	newCode(): string;
}

/** A context on the real clock and real randomness. */
export function createContext(db: Database, dataKey: Uint8Array, retentionDays = 180): Context {
	return {
		db,
		keys: createKeys(dataKey, randomBytes),
		actor: { kind: 'visitor' },
		retentionDays,
		now: () => Date.now(),
		today() {
			return dateOf(this.now());
		},
		newId: () => v7(),
		newCode: () => makeCode((below) => randomInt(below))
	};
}

/** The same context with another actor. */
export function actAs(ctx: Context, actor: Actor): Context {
	return { ...ctx, actor };
}
