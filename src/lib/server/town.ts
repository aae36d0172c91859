import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { nothingAdded } from '$lib/domain/activities/added-work';
import { dateOf } from '$lib/domain/calendar/calendar';
import { registryOf, type Registry } from '$lib/domain/figures/registry';
import type { Channels } from '$lib/domain/messages/channel';
import { makeCode } from '$lib/domain/signups/slip-code';
import type { FoundUnit } from '$lib/domain/units/unit-choice';
import { findTown } from './db/activities/added-work';
import type { Database } from './db/client';
import { listFirstUnits, type UnitsOffered } from './db/units/unit-choice';
import type { Unit } from './db/units/units';
import { createWriter, type Writer } from './db/writer';
import { keep, keepEach } from './kept';
import { createKeys, type Keys } from './keys';
import { createRandomBytes } from './random-bytes';
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
	/** The unit at the top, or null before it is set up. What another process changed in it shows at once, on a server within two seconds. */
	rootUnit(): Promise<Unit | null>;
	/** All that the town counts: what was added to the software's own figures, too. Read and kept with the unit at the top. */
	registry(): Promise<Registry>;
	/** What a field that asks for a unit offers first (db/units/unit-choice), kept as long. */
	firstUnits(offered: UnitsOffered): Promise<readonly FoundUnit[]>;
	/** The clock: milliseconds since 1970, UTC. */
	now(): number;
	/** The town's calendar date of `now()`: YYYY-MM-DD in Asia/Shanghai. */
	today(): string;
	/** A fresh UUIDv7. */
	newId(): string;
	/** A fresh slip code (domain/signups/slip-code). */
	newCode(): string;
}

/** How long what many pages show is kept, at most. A write that the database tells of ends it, and acts of this process on it. */
const keptMs = 2000;

/** So many lists of units are kept: one for each unit whose staff is at work, and each kind of field. */
const mostOffers = 200;

/** A town on this database and data key (32 bytes), on the real clock and real randomness. */
export function createTown(db: Database, dataKey: Uint8Array, settings: TownSettings): Town {
	const life = { ms: keptMs, stateOf: () => db.$client.toldState() };
	const top = keep(life, async () => {
		const found = await findTown(db);
		return found && { root: found.root, registry: registryOf(found.added) };
	});
	const offers = keepEach(life, mostOffers, (offered: UnitsOffered) => listFirstUnits(db, offered));
	const forget = () => {
		top.forget();
		offers.forget();
	};
	return {
		db,
		writer: afterActsOn(['unit', 'campaign', 'work-kind'], createWriter(db), forget),
		keys: createKeys(dataKey, createRandomBytes()),
		settings,
		throttle: createThrottle(settings.limits),
		async rootUnit() {
			return (await top.get(this.now()))?.root ?? null;
		},
		async registry() {
			return (await top.get(this.now()))?.registry ?? ofSoftware;
		},
		firstUnits(offered) {
			return offers.get(offered, this.now());
		},
		now: () => Date.now(),
		today() {
			return dateOf(this.now());
		},
		newId: () => v7(),
		newCode: () => makeCode((below) => randomInt(below))
	};
}

/** What a town counts before it is set up. */
const ofSoftware = registryOf(nothingAdded);

/** The writer; after each act on these, whatever became of it, `then` is called. */
function afterActsOn(subjects: readonly string[], writer: Writer, then: () => void): Writer {
	return {
		...writer,
		async write(by, act, ...rest) {
			try {
				return await writer.write(by, act, ...rest);
			} finally {
				if (subjects.includes(act.subject.type)) then();
			}
		}
	};
}
