import { LibsqlError } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { onServer } from '../../src/lib/server/db/connection';

const insert = [{ sql: 'insert into t values (1)' }];
const select = [{ sql: 'select 1' }, 'SELECT 2'];

/** Attempts that wait until they are let go, and the most that were under way at once. */
function gate() {
	const waiting: (() => void)[] = [];
	let underWay = 0;
	const seen = { most: 0 };
	const attempt = async () => {
		seen.most = Math.max(seen.most, ++underWay);
		await new Promise<void>((go) => waiting.push(go));
		underWay--;
	};
	return { attempt, seen, letGo: () => waiting.shift()?.() };
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('on a server', () => {
	it('writes of this process go one at a time, in the order they were asked for', async () => {
		const call = onServer();
		const done: number[] = [];
		const { attempt, seen, letGo } = gate();
		const all = [1, 2, 3].map((nth) => call(attempt, [insert]).then(() => done.push(nth)));
		for (let nth = 0; nth < 3; nth++) {
			await turns();
			letGo();
		}
		await Promise.all(all);
		expect(seen.most).toBe(1);
		expect(done).toEqual([1, 2, 3]);
	});

	it('reads go beside a write and beside each other', async () => {
		const call = onServer();
		const write = gate();
		const read = gate();
		const all = [call(write.attempt, [insert]), call(read.attempt, [select]), call(read.attempt, ['select 3'])];
		await turns();
		expect([write.seen.most, read.seen.most]).toEqual([1, 2]);
		for (const letGo of [write.letGo, read.letGo, read.letGo]) letGo();
		await Promise.all(all);
	});

	it('a batch that writes anything takes its turn, however it begins', async () => {
		const call = onServer();
		const { attempt, seen, letGo } = gate();
		const all = [[select[0], insert[0]], ['insert into t values (1)', []], 'update t set n = 1'].map((statements) =>
			call(attempt, [statements])
		);
		for (let nth = 0; nth < 3; nth++) {
			await turns();
			letGo();
		}
		await Promise.all(all);
		expect(seen.most).toBe(1);
	});

	it('"database is locked" is tried again; any other failure is told at once, and the next write goes on', async () => {
		const call = onServer();
		let tries = 0;
		const failing = (times: number, code: string) => async () => {
			if (++tries <= times) throw new LibsqlError('as the server says it', code);
			return 'written';
		};
		expect(await call(failing(2, 'SQLITE_BUSY'), [insert])).toBe('written');
		tries = 0;
		await expect(call(failing(1, 'SQLITE_CONSTRAINT'), [insert])).rejects.toThrow('as the server says it');
		expect(tries).toBe(1);
		expect(await call(failing(0, ''), [insert])).toBe('written');
	});
});
