import { sql } from 'drizzle-orm';
import LibsqlFile from 'libsql';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aside } from '../../../src/lib/server/db/aside';
import { all, db, freshMarks, openAgain, path, write } from './marks-database';

freshMarks('file');

describe('a database file', () => {
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
		const other = new LibsqlFile(path());
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

	it('refuses what waits for another process once it is hurried, and ends at once', async () => {
		const other = new LibsqlFile(path());
		other.exec('begin immediate');
		const began = performance.now();
		const waits = expect(write('a', 1)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
		await new Promise((resolve) => setTimeout(resolve, 300));
		db.$client.hurry();
		await waits;
		await db.$client.close();
		expect(performance.now() - began, 'far from the 5 s of its patience').toBeLessThan(2500);
		other.exec('commit');
		other.close();
		await openAgain();
		expect(await all('select count(*) as n from marks')).toEqual([{ n: 0 }]);
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
		expect(statSync(`${path()}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
		await openAgain();
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
		const other = new LibsqlFile(path());
		other.exec("insert into log values ('other', 'x')");
		states.push(db.$client.state(), db.$client.state());
		other.close();
		expect(new Set(states).size).toBe(3);
		expect(states[0]).toBe(states[1]);
		expect(states[3]).toBe(states[4]);
	});
});
