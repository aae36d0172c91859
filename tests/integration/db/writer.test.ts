import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { aside } from '../../../src/lib/server/db/aside';
import { all, db, freshMarks, write } from './marks-database';

describe.each(['file', 'server'])('acts that go together on a %s', (where) => {
	freshMarks(where);

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
	freshMarks(where);

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
