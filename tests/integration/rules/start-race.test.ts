import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../src/lib/server/db/client';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';
import { bundleProcess } from '../bundle-process';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server';
import { listRulesInForce } from './rules-in-force';

let folder: string | undefined;
let server: LibsqlServer | undefined;
let processes: ChildProcess[] = [];

afterEach(async () => {
	for (const child of processes) child.kill('SIGKILL');
	processes = [];
	await server?.close();
	if (folder) rmSync(folder, { recursive: true, force: true });
	folder = server = undefined;
});

async function address(where: string): Promise<string> {
	if (where === 'server') return (server = await startLibsqlServer()).url;
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-race-'));
	return `file:${join(folder, 'town.db')}`;
}

/** Several processes migrate one database, all beginning at the same moment. Out: what each says, 'done' or its error. */
async function migrateFrom(url: string, count: number): Promise<string[]> {
	const script = await bundleProcess('tests/integration/rules/migrate-process.ts');
	processes = Array.from({ length: count }, () => fork(script, { execArgv: [] }));
	const next = (child: ChildProcess) => new Promise<string>((resolve) => child.once('message', resolve));
	await Promise.all(
		processes.map((child) => {
			child.send(url);
			return next(child);
		})
	);
	return Promise.all(
		processes.map((child) => {
			child.send('go');
			return next(child);
		})
	);
}

async function read(url: string) {
	const db = await openDatabase(url);
	const { rows } = await db.$client.execute(
		'select count(*) as n, count(distinct hash) as hashes from __drizzle_migrations'
	);
	const names = (await listRulesInForce(db)).map(({ name }) => name);
	await db.$client.close();
	return { migrations: Number(rows[0]!.n), once: rows[0]!.n === rows[0]!.hashes, names };
}

describe.each(['file', 'server'])(
	'three processes that start at once on a libSQL %s',
	{ timeout: 120_000 },
	(where) => {
		it('make a new database once between them', async () => {
			const url = await address(where);
			expect(await migrateFrom(url, 3)).toEqual(['done', 'done', 'done']);
			const made = await read(url);
			expect(made.once).toBe(true);
			expect(made.names.length).toBeGreaterThan(200);
		});

		it('bring old rules up to date once between them', async () => {
			const url = await address(where);
			const db: Database = await openDatabase(url);
			await migrateDatabase(db, 'drizzle');
			await db.$client.batch([
				'drop trigger units_stay',
				'create trigger made_by_an_older_version before delete on units begin select 1; end',
				"update rules_in_force set version = 0, hash = 'older'"
			]);
			await db.$client.close();
			expect(await migrateFrom(url, 3)).toEqual(['done', 'done', 'done']);
			const { names } = await read(url);
			expect(names).toContain('units_stay');
			expect(names).not.toContain('made_by_an_older_version');
		});
	}
);
