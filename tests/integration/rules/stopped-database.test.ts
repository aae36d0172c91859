import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../../src/lib/server/db/client';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';

const migrations = readMigrationFiles({ migrationsFolder: 'drizzle' });

let folders: string[] = [];
let open: Database[] = [];

afterEach(async () => {
	for (const db of open) await db.$client.close();
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	open = [];
	folders = [];
});

/** A database with these migrations, by number, as a version of that time left it. */
async function databaseWith(numbers: readonly number[]): Promise<Database> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-stopped-'));
	const db = await openDatabase(`file:${join(folder, 'town.db')}`);
	folders.push(folder);
	open.push(db);
	await db.$client.migrate([
		'CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
		...numbers.flatMap((number) => {
			const { sql, hash, folderMillis } = migrations[number]!;
			const args = [hash, folderMillis];
			return [...sql, { sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)', args }];
		})
	]);
	return db;
}

/** All tables, indexes, triggers and views, and how often each migration ran. */
async function read({ $client: client }: Database) {
	const { rows: parts } = await client.execute('select type, name, sql from sqlite_master order by type, name');
	const { rows: ran } = await client.execute('select hash, created_at from __drizzle_migrations order by created_at');
	return { parts: parts.map((row) => ({ ...row })), ran: ran.map((row) => ({ ...row })) };
}

const first = (count: number) => Array.from({ length: count }, (_, number) => number);

// The journal dates 0016 before 0015.
describe.each([
	['at migration 0015', first(16)],
	['at migration 0016', first(17)],
	['at migration 0017, which it got without 0016', [...first(16), 17]]
])('a database that stopped %s', (_, numbers) => {
	it('gets every migration once, and is the same as a new one', async () => {
		const db = await databaseWith(numbers);
		await migrateDatabase(db, 'drizzle');
		const fresh = await databaseWith([]);
		await migrateDatabase(fresh, 'drizzle');
		expect((await read(db)).ran).toHaveLength(migrations.length);
		expect(await read(db)).toEqual(await read(fresh));
	});
});
