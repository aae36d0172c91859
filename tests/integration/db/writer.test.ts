import { sql } from 'drizzle-orm';
import LibsqlFile from 'libsql';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aside } from '../../../src/lib/server/db/aside';
import { openDatabase, type Database } from '../../../src/lib/server/db/client';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server';

let db: Database;
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

async function open(where: string): Promise<void> {
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-writer-'));
	if (where === 'server') server = await startLibsqlServer();
	db = await openDatabase(server?.url ?? `file:${join(folder, 'town.db')}`);
	for (const sql of tables) await db.$client.execute(sql);
}

afterEach(async () => {
	await db.$client.close();
	await server?.close();
	server = undefined;
	rmSync(folder, { recursive: true, force: true });
});

const all = async (sql: string) => (await db.$client.execute(sql)).rows;

/** Writes a mark between two lines of the log: all three or none. */
const write = (id: string, n: number, parent: string | null = null) =>
	db.$client.batch([
		{ sql: 'insert into log values (?, ?)', args: [id, 'begins'] },
		{ sql: 'insert into marks values (?, ?, ?)', args: [id, n, parent] },
		{ sql: 'insert into log values (?, ?)', args: [id, 'ends'] }
	]);

describe.each(['file', 'server'])('acts that go together on a %s', (where) => {
	beforeEach(() => open(where));

	it('are refused one by one, with the words of the database, and the others are stored', async () => {
		const asked: [string, number, string?][] = [
			['a', 1],
			['twin', 1],
			['b', 2],
			['large', 100],
			['c', 3],
			['a', 4],
			['d', 5],
			['thirteen', 13],
			['e', 6],
			['fourteen', 14],
			['orphan', 7, 'no-parent'],
			['f', 8]
		];
		const answers = await Promise.allSettled([write('first', 0), ...asked.map((row) => write(...row))]);
		const endings = answers.map((answer) =>
			answer.status === 'fulfilled' ? 'stored' : (answer.reason as Error).message
		);
		expect(endings.map((text) => /stored|UNIQUE.*\.\w+|CHECK|FOREIGN KEY|refusal:\w+/.exec(text)?.[0])).toEqual([
			'stored',
			'stored',
			'UNIQUE constraint failed: marks.n',
			'stored',
			'CHECK',
			'stored',
			'UNIQUE constraint failed: marks.id',
			'stored',
			'refusal:thirteen',
			'stored',
			'refusal:fourteen',
			'FOREIGN KEY',
			'stored'
		]);
		const stored = ['first', 'a', 'b', 'c', 'd', 'e', 'f'];
		expect((await all('select id from marks order by rowid')).map(({ id }) => id)).toEqual(stored);
		expect(await all('select count(*) as n from log')).toEqual([{ n: 2 * stored.length }]);
	});

	it('are each written by themselves when one of them ends the whole transaction', async () => {
		const ends = db.$client.batch(["insert into log values ('x', 'begins')", 'commit', 'select 1']);
		const answers = await Promise.allSettled([
			write('first', 0),
			write('a', 1),
			write('undo', 15),
			write('b', 2),
			ends,
			write('c', 3)
		]);
		expect(answers.map(({ status }) => status)).toEqual([
			'fulfilled',
			'fulfilled',
			'rejected',
			'fulfilled',
			'rejected',
			'fulfilled'
		]);
		expect((await all('select id from marks order by id')).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'first']);
		expect(await all(`select count(*) as n from log where id not in (select id from marks) and id <> 'x'`)).toEqual([
			{ n: 0 }
		]);
		await write('after', 9);
	});

	it('give what their own statements read', async () => {
		const [, read] = await db.$client.batch([
			"insert into marks values ('a', 1, null)",
			'select id, n from marks',
			'delete from log'
		]);
		expect(read?.rows).toEqual([{ id: 'a', n: 1 }]);
	});

	it('are refused as bugs when a value is none', async () => {
		for (const wrong of [undefined, Number.NaN, Number.POSITIVE_INFINITY, {}, Symbol('x')])
			await expect(db.$client.execute('insert into log values (?, ?)', ['a', wrong])).rejects.toThrow('Not a value');
		await db.$client.execute("insert into marks values ('a', ?, null)", [true]);
		expect(await all('select n from marks')).toEqual([{ n: 1 }]);
	});
});

describe.each(['file', 'server'])('what is read aside on a %s', (where) => {
	beforeEach(() => open(where));

	it('is the same, also right after a write, and what is written through it is written as ever', async () => {
		const side = aside(db);
		await write('a', 1);
		const read = sql`select id, n from marks order by id`;
		expect(await side.all(read)).toEqual([{ id: 'a', n: 1 }]);
		await side.run(sql`insert into marks values ('b', 2, null)`);
		expect(await side.all(read)).toEqual(await db.all(read));
		await expect(side.all(sql`select nothing from nowhere`)).rejects.toThrow();
		expect(await side.all(sql`select 1 as one`)).toEqual([{ one: 1 }]);
	});
});

describe('a file', () => {
	beforeEach(() => open('file'));

	it('that is full keeps nothing by halves, is read all the while, and is written again once there is room', async () => {
		const [size] = await all('select page_count as n from pragma_page_count');
		await db.$client.execute(`pragma max_page_count = ${Number(size!.n) + 2}`);
		const long = 'x'.repeat(3000);
		const answers = await Promise.allSettled(
			Array.from({ length: 20 }, (_, nth) =>
				db.$client.batch([
					`insert into log values ('${nth}', '${long}')`,
					`insert into marks values ('${nth}', ${nth + 20}, null)`
				])
			)
		);
		const refused = answers.filter(({ status }) => status === 'rejected');
		expect(refused.length).toBeGreaterThan(10);
		expect((refused[0] as PromiseRejectedResult).reason).toMatchObject({ code: 'SQLITE_FULL' });
		expect(await all('select count(*) as n from marks')).toEqual([{ n: 20 - refused.length }]);
		expect(await all('select count(*) as n from log')).toEqual([{ n: 20 - refused.length }]);
		await db.$client.execute('pragma max_page_count = 100000');
		await write('after', 1);
		expect(await all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	});

	it('is read without waiting while another process writes it, and what waited to be written then goes in', async () => {
		await write('a', 1);
		const other = new LibsqlFile(join(folder, 'town.db'));
		other.exec('begin immediate');
		const waits = write('b', 2);
		// The lock is held until all have been read: one that waited for it would fail.
		for (let nth = 0; nth < 50; nth++) {
			expect(await all('select count(*) as n from marks')).toEqual([{ n: 1 }]);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		other.exec('commit');
		await waits;
		expect(await all('select count(*) as n from marks')).toEqual([{ n: 2 }]);
		other.close();
	});

	it('is read aside without holding up what is short', async () => {
		const long = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000) select count(*) as n from n`;
		const counting = aside(db).all(sql.raw(long));
		let asked = 0;
		const isDone = counting.then(() => true);
		while (!(await Promise.race([isDone, new Promise((resolve) => setImmediate(resolve, false))]))) {
			await all('select count(*) as n from marks');
			asked++;
		}
		expect(await counting).toEqual([{ n: 1_000_000 }]);
		expect(asked).toBeGreaterThan(20);
	});

	it('cannot be written through its reader', async () => {
		await expect(db.$client.execute('with x as (select 1) select * from x')).resolves.toBeTruthy();
		const sneaky = "with x as (select 'in' as id) insert into log select id, id from x";
		await db.$client.execute(sneaky);
		expect(await all('select id from log')).toEqual([{ id: 'in' }]);
	});

	it('explains nothing: its reader would see no later write any more', async () => {
		await expect(db.$client.execute('explain query plan select * from marks')).rejects.toThrow('connection of its own');
		await expect(aside(db).all(sql`explain select 1`)).rejects.toThrow();
		expect(await all('select count(*) as n from marks')).toEqual([{ n: 0 }]);
		await write('a', 1);
		expect(await all('select count(*) as n from marks')).toEqual([{ n: 1 }]);
	});

	it('is written back into itself when it is closed', async () => {
		await write('a', 1);
		await db.$client.close();
		expect(statSync(join(folder, 'town.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
		db = await openDatabase(`file:${join(folder, 'town.db')}`);
		expect(await all('select id from marks')).toEqual([{ id: 'a' }]);
	});

	it('is measured when asked, and is then read by what was found out', async () => {
		await db.$client.execute('create index marks_parent on marks (parent)');
		await write('a', 1);
		await db.$client.optimize();
		expect(await all("select tbl from sqlite_stat1 where tbl = 'marks' limit 1")).toEqual([{ tbl: 'marks' }]);
		expect(await all('select id from marks'), 'by a new connection').toEqual([{ id: 'a' }]);
	});

	it('has the same state after acts that were refused', async () => {
		await write('a', 1);
		const before = db.$client.state();
		await Promise.allSettled([write('a', 2), write('thirteen', 13), write('undo', 15), write('large', 100)]);
		expect(db.$client.state()).toBe(before);
	});

	it('has another state after each write, also of another process, and the same where nothing was written', async () => {
		const states = [db.$client.state(), db.$client.state()];
		await write('a', 1);
		states.push(db.$client.state());
		const other = new LibsqlFile(join(folder, 'town.db'));
		other.exec("insert into log values ('other', 'x')");
		states.push(db.$client.state(), db.$client.state());
		other.close();
		expect(new Set(states).size).toBe(3);
		expect(states[0]).toBe(states[1]);
		expect(states[3]).toBe(states[4]);
	});
});
