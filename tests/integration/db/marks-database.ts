import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openDatabase, type Database } from '../../../src/lib/server/db/client';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server';

export let db: Database;
let folder: string;
let server: LibsqlServer | undefined;

const tables = [
	'create table parents (id text primary key)',
	`create table marks (id text primary key, n integer unique check (n < 100), parent text references parents (id))`,
	`create trigger abort_13 before insert on marks when new.n = 13 begin select raise(abort, 'refusal:thirteen'); end`,
	`create trigger fail_14 before insert on marks when new.n = 14 begin select raise(fail, 'refusal:fourteen'); end`,
	`create trigger undo_15 before insert on marks when new.n = 15 begin select raise(rollback, 'refusal:fifteen'); end`,
	`create table log (id text, act text)`
];

/** Opens an empty database with marks that refuse some numbers before each test, and closes it after. */
export function freshMarks(where: string): void {
	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'xinfeng-writer-'));
		if (where === 'server') server = await startLibsqlServer();
		db = await openDatabase(server?.url ?? `file:${path()}`);
		for (const sql of tables) await db.$client.execute(sql);
	});
	afterEach(async () => {
		await db.$client.close();
		await server?.close();
		server = undefined;
		rmSync(folder, { recursive: true, force: true });
	});
}

/** The file of the database. */
export const path = () => join(folder, 'town.db');

/** Opens the file again, after it was closed. */
export async function openAgain(): Promise<void> {
	db = await openDatabase(`file:${path()}`);
}

export const all = async (sql: string) => (await db.$client.execute(sql)).rows;

/** Writes a mark between two lines of the log: all three or none. */
export const write = (id: string, n: number, parent: string | null = null) =>
	db.$client.batch([
		{ sql: 'insert into log values (?, ?)', args: [id, 'begins'] },
		{ sql: 'insert into marks values (?, ?, ?)', args: [id, n, parent] },
		{ sql: 'insert into log values (?, ?)', args: [id, 'ends'] }
	]);
