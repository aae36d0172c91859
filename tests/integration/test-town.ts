import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { instantOf } from '../../src/lib/domain/calendar/calendar';
import { actAs, type Context } from '../../src/lib/server/context';
import { openDatabase, type Database } from '../../src/lib/server/db/client';
import { migrateDatabase } from '../../src/lib/server/db/rules/migrate';
import { newTown } from './new-town';
import { accountIds, cast, dataKey, settle, startAt, unitIds, type CastName, type TestUnit } from './cast';

export interface TestTown {
	/** Where its database is: what `openDatabase` takes. */
	url: string;
	/** The context in which the software acts. */
	ctx: Context;
	/** The same town's context in which one of the cast acts. */
	as(name: CastName): Context;
	/** The same town's context in which a villager without an account acts, who holds every slip. */
	visitor: Context;
	units: Record<TestUnit, string>;
	accounts: Record<CastName, { id: string }>;
	clock: {
		/** Sets the clock to an instant: milliseconds since 1970, UTC. */
		set(at: number): void;
		/** Sets the clock to a date and time of the town. */
		setDate(on: string, time?: string): void;
		advance(ms: number): void;
	};
	close(): Promise<void>;
}

/** A fresh town on a database file of its own, at 2026-03-02 09:00 of the town. Every context it gives shares its clock. */
export async function openTestTown(): Promise<TestTown> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-town-'));
	const file = join(folder, 'town.db');
	copyFileSync(inject('townTemplate'), file);
	const url = `file:${file}`;
	return townOn(url, await openDatabase(url), () => rmSync(folder, { recursive: true, force: true }));
}

/** The same town on an empty libSQL server, which its caller starts and ends. */
export async function openTownOnServer(url: string): Promise<TestTown> {
	const db = await openDatabase(url);
	await migrateDatabase(db, 'drizzle');
	await settle(db);
	return townOn(url, db);
}

function townOn(url: string, db: Database, drop: () => void = () => {}): TestTown {
	let at = startAt;
	const ctx: Context = { ...newTown(db, dataKey), actor: { kind: 'system' }, now: () => at };
	return {
		url,
		ctx,
		as: (name) =>
			actAs(ctx, {
				kind: 'account',
				accountId: accountIds[name],
				username: name,
				role: cast[name].role,
				unitId: unitIds[cast[name].unit],
				mustChangePassword: false
			}),
		visitor: actAs(ctx, { kind: 'visitor', slips: { includes: () => true } }),
		units: unitIds,
		accounts: Object.fromEntries(
			Object.entries(accountIds).map(([name, id]) => [name, { id }])
		) as TestTown['accounts'],
		clock: {
			set: (to) => void (at = to),
			setDate: (on, time = '09:00') => void (at = instantOf(on, time)),
			advance: (ms) => void (at += ms)
		},
		async close() {
			await db.$client.close();
			drop();
		}
	};
}
