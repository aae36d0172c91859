import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { dateOf } from '$lib/domain/calendar/calendar';
import type { Channels } from '$lib/domain/messages/channel';
import { makeCode } from '$lib/domain/signups/slip-code';
import type { Database } from './db/client';
import { findRootUnit, type Unit } from './db/units/units';
import { createWriter, type Writer } from './db/write';
import { keep } from './kept';
import { createKeys, type Keys } from './keys';
import { createThrottle, type Limits, type Throttle } from './throttle';

/** What an operator decides for a town (src/boot/settings.js). */
export interface TownSettings {
	/** Days after a slot's end until the personal fields of its sign-ups are erased. */
	retentionDays: number;
	/** How often an address may do what needs no account. */
	limits: Limits;
	/** The ways out for messages; null where none is set up. */
	channels: Channels;
}

/**
 * A town with all that belongs to it. It is made at the start and carried by every context. No module keeps a town's
 * state, so one process may hold several.
 */
export interface Town {
	db: Database;
	writer: Writer;
	keys: Keys;
	settings: TownSettings;
	throttle: Throttle;
	/** The unit at the top, or null before it is set up. What another process changed in it shows within two seconds. */
	rootUnit(): Promise<Unit | null>;
	/** The clock: milliseconds since 1970, UTC. */
	now(): number;
	/** The town's calendar date of `now()`: YYYY-MM-DD in Asia/Shanghai. */
	today(): string;
	/** A fresh UUIDv7. */
	newId(): string;
	/** A fresh slip code (domain/signups/slip-code). */
	newCode(): string;
}

/** How long the root unit is kept; every page shows its name. Acts of this process on units end it at once. */
const rootKeptMs = 2000;

/** A town on this database and data key (32 bytes), on the real clock and real randomness. */
export function createTown(db: Database, dataKey: Uint8Array, settings: TownSettings): Town {
	const root = keep(rootKeptMs, () => findRootUnit(db));
	return {
		db,
		writer: afterUnitActs(createWriter(db), root.forget),
		keys: createKeys(dataKey, randomBytes),
		settings,
		throttle: createThrottle(settings.limits),
		rootUnit() {
			return root.get(this.now());
		},
		now: () => Date.now(),
		today() {
			return dateOf(this.now());
		},
		newId: () => v7(),
		newCode: () => makeCode((below) => randomInt(below))
	};
}

/** The writer; after each act on a unit, whatever became of it, `then` is called. */
function afterUnitActs(writer: Writer, then: () => void): Writer {
	return {
		async write(by, act, ...rest) {
			try {
				return await writer.write(by, act, ...rest);
			} finally {
				if (act.subject.type === 'unit') then();
			}
		}
	};
}
