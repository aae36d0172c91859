import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { openDatabase } from '../../../src/lib/server/db/client';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { openSlot } from './open-slot';
import { openTestTown } from '../test-town';

const folder = mkdtempSync(join(tmpdir(), 'xinfeng-numbers-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('events made before there were numbers are numbered in the order they were made', async () => {
	cpSync('drizzle', join(folder, 'before'), { recursive: true });
	const journalFile = join(folder, 'before/meta/_journal.json');
	const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: unknown[] };
	writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 2) }));
	const db = await openDatabase(`file:${join(folder, 'old.db')}`);
	await db.$client.migrate([
		'CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
		...readMigrationFiles({ migrationsFolder: join(folder, 'before') }).flatMap(({ sql, hash, folderMillis }) => [
			...sql,
			{ sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)', args: [hash, folderMillis] }
		])
	]);
	await db.$client.execute(
		"insert into units (id, kind, name, valid_from_on, position, at) values ('u', 'town', '太平场镇', '2023-01-01', 0, 1)"
	);
	for (const [id, at] of [
		['b', 20],
		['a', 30],
		['c', 10]
	] as const)
		await db.$client.execute({
			sql: "insert into events (id, unit_id, kind, title, place, contact_phone, at) values (?, 'u', 'meeting', '会', '会议室', '02371234567', ?)",
			args: [id, at]
		});
	await migrateDatabase(db, 'drizzle');
	const numbers = await Promise.all(['c', 'b', 'a'].map(async (id) => (await findEvent(db, id))?.number));
	expect(numbers).toEqual([1, 2, 3]);
	await db.$client.close();
});

it('events made at the same moment have each their own number', async () => {
	const town = await openTestTown();
	const opened = await Promise.all(Array.from({ length: 12 }, () => openSlot(town, 5)));
	const events = await Promise.all(opened.map(({ eventId }) => findEvent(town.ctx.db, eventId)));
	const numbers = events.map((event) => event!.number).sort((a, b) => a - b);
	expect(numbers).toEqual(Array.from({ length: 12 }, (_, nth) => nth + 1));
	await town.close();
});
