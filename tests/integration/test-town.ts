import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import { afterAll } from 'vitest';
import type { Role } from '../../src/lib/domain/people/actor';
import { dateOf, instantOf } from '../../src/lib/domain/calendar/calendar';
import type { UnitKind } from '../../src/lib/domain/units/unit';
import { actAs, type Context } from '../../src/lib/server/context';
import { createTown } from '../../src/lib/server/town';
import { migrateDatabase, openDatabase, type Database } from '../../src/lib/server/db/client';
import { accounts as accountsTable } from '../../src/lib/server/db/schema/people/accounts';
import { units as unitsTable } from '../../src/lib/server/db/schema/units/units';

/** The password of every account of the cast. */
export const castPassword = 'zhongshu2026';

/** The cast: administrator Zhou, cadres Liu (三星村) and He (河沙村), volunteers Mei (town) and Tang (三星村). */
export type CastName = 'zhou' | 'liu' | 'he' | 'mei' | 'tang';
export type TestUnit = 'town' | 'sanxing' | 'hesha' | 'zhongba' | 'qiaotou' | 'sanxingGroup1';

const townUnits: Record<TestUnit, { kind: UnitKind; name: string; nameEn: string; parent?: TestUnit }> = {
	town: { kind: 'town', name: '太平场镇', nameEn: 'Taipingchang Town' },
	sanxing: { kind: 'village', name: '三星村', nameEn: 'Sanxing Village', parent: 'town' },
	hesha: { kind: 'village', name: '河沙村', nameEn: 'Hesha Village', parent: 'town' },
	zhongba: { kind: 'village', name: '中坝村', nameEn: 'Zhongba Village', parent: 'town' },
	qiaotou: { kind: 'community', name: '桥头社区', nameEn: 'Qiaotou Community', parent: 'town' },
	sanxingGroup1: { kind: 'group', name: '三星村一组', nameEn: 'Sanxing Group 1', parent: 'sanxing' }
};

const cast: Record<CastName, { name: string; role: Role; unit: TestUnit }> = {
	zhou: { name: '周测试', role: 'administrator', unit: 'town' },
	liu: { name: '刘测试', role: 'cadre', unit: 'sanxing' },
	he: { name: '何测试', role: 'cadre', unit: 'hesha' },
	mei: { name: '梅测试', role: 'volunteer', unit: 'town' },
	tang: { name: '唐测试', role: 'volunteer', unit: 'sanxing' }
};

const startAt = Date.UTC(2026, 2, 2, 1);
/** The key that seals the test towns' personal fields. */
export const dataKey = new Uint8Array(32).fill(7);

/** The same id for the same thing in every test. */
const fixedId = (nth: number) => `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;
const unitIds = idsOf(Object.keys(townUnits) as TestUnit[], 1);
const accountIds = idsOf(Object.keys(cast) as CastName[], 101);

export interface TestTown {
	/** Where its database is: what `openDatabase` takes. */
	url: string;
	/** Acted in by the software itself. */
	ctx: Context;
	/** The same context, acted in by one of the cast. */
	as(name: CastName): Context;
	/** The same context, acted in by a villager without an account, who holds every slip. */
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
	close(): void;
}

/** A fresh town on a database file of its own, at 2026-03-02 09:00 of the town. Every context it gives shares its clock. */
export async function openTestTown(): Promise<TestTown> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-town-'));
	const file = join(folder, 'town.db');
	copyFileSync(await template(), file);
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
	const ctx: Context = { ...createTown(db, dataKey), actor: { kind: 'system' }, now: () => at };
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
		close() {
			db.$client.close();
			drop();
		}
	};
}

const templates = mkdtempSync(join(tmpdir(), 'xinfeng-template-'));
afterAll(() => rmSync(templates, { recursive: true, force: true }));

let made: Promise<string> | undefined;

/** The migrated database file that every town starts as a copy of; made once a test file. */
function template(): Promise<string> {
	return (made ??= makeTemplate());
}

async function makeTemplate(): Promise<string> {
	const file = join(templates, 'template.db');
	const db = await openDatabase(`file:${file}`);
	await migrateDatabase(db, 'drizzle');
	await settle(db);
	await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
	db.$client.close();
	return file;
}

async function settle(db: Database): Promise<void> {
	const { keys } = createTown(db, dataKey);
	const validFromOn = dateOf(Date.UTC(2023, 0, 1));
	const passwordHash = hashSync(castPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 });
	await db.insert(unitsTable).values(
		Object.entries(townUnits).map(([key, { parent, ...unit }], position) => ({
			id: unitIds[key as TestUnit],
			parentId: parent ? unitIds[parent] : null,
			...unit,
			position,
			validFromOn,
			at: startAt
		}))
	);
	await db.insert(accountsTable).values(
		Object.entries(cast).map(([username, { name, role, unit }]) => ({
			id: accountIds[username as CastName],
			username,
			nameSealed: keys.seal(name, 'accounts.name', accountIds[username as CastName]),
			role,
			unitId: unitIds[unit],
			passwordHash,
			mustChangePassword: false,
			at: startAt
		}))
	);
}

function idsOf<K extends string>(names: K[], first: number): Record<K, string> {
	return Object.fromEntries(names.map((name, i) => [name, fixedId(first + i)])) as Record<K, string>;
}
