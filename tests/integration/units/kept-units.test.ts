import { describe, expect, test } from 'vitest';
import { countRoundTrips, openDatabase } from '../../../src/lib/server/db/client';
import { keep, keepEach } from '../../../src/lib/server/kept';
import { addUnit, renameUnit } from '../../../src/lib/server/units/units';
import { closeUnit } from '../../../src/lib/server/units/unit-closings';
import { dataKey, startAt } from '../cast';
import { newTown } from '../new-town';
import { done, freshTown, id, town, zhou } from './unit-town';

freshTown();

const nameOf = async (ctx = town.ctx) => (await ctx.rootUnit())?.name;
const rename = (name: string) => renameUnit(zhou(), { id: id(), unitId: town.units.town, name });

describe('the root unit', () => {
	test('is read once for many who ask', async () => {
		const { value, count } = await countRoundTrips(() => Promise.all(Array.from({ length: 20 }, () => nameOf())));
		expect([new Set(value), count]).toEqual([new Set(['太平场镇']), 1]);
		expect((await countRoundTrips(() => nameOf(zhou()))).count, 'every context has it from the town').toBe(0);
	});

	test('has its new name at once where it was renamed, and in another process', async () => {
		const db = await openDatabase(town.url);
		const other = newTown(db, dataKey);
		const elsewhere = (ms: number) => nameOf({ ...town.ctx, ...other, now: () => startAt + ms });
		expect([await nameOf(), await elsewhere(0)]).toEqual(['太平场镇', '太平场镇']);
		expect(await rename('太平镇')).toMatchObject(done);
		expect([await nameOf(), await elsewhere(1)]).toEqual(['太平镇', '太平镇']);
		await db.$client.close();
	});

	test('is not given out as it was before a change that came while it was read', async () => {
		const before = nameOf();
		await rename('太平镇');
		await before;
		expect(await nameOf()).toBe('太平镇');
	});
});

describe('the villages that a form offers', () => {
	const villages = { scope: '', kinds: ['village', 'community'] as const };
	const offered = async (ctx: Pick<typeof town.ctx, 'firstUnits' | 'now'> = town.ctx) =>
		(await ctx.firstUnits({ ...villages, scope: town.units.town })).map(({ name }) => name);
	const cast = ['三星村', '河沙村', '中坝村', '桥头社区'];

	test('are read once', async () => {
		const { value, count } = await countRoundTrips(async () => [await offered(), await offered(zhou())]);
		expect([value, count]).toEqual([[cast, cast], 1]);
		const groups = await town.ctx.firstUnits({ scope: town.units.sanxing, kinds: ['group'] });
		expect(groups.map(({ name }) => name)).toEqual(['三星村一组']);
	});

	test('are at once what was added and closed, here and elsewhere', async () => {
		const db = await openDatabase(town.url);
		const other = newTown(db, dataKey);
		const elsewhere = (ms: number) => offered({ ...other, now: () => startAt + ms });
		expect([await offered(), await elsewhere(0)]).toEqual([cast, cast]);
		const added = { id: id(), parentId: town.units.town, kind: 'village' as const, name: '白鹤村', position: 9 };
		expect(await addUnit(zhou(), added)).toMatchObject(done);
		expect(await closeUnit(zhou(), { id: id(), unitId: town.units.zhongba, lastOn: '2026-03-01' })).toMatchObject(done);
		const now = ['三星村', '河沙村', '桥头社区', '白鹤村'];
		expect([await offered(), await elsewhere(1)]).toEqual([now, now]);
		await db.$client.close();
	});
});

test('what is kept is read again where the clock was put back, and after a reading that failed', async () => {
	const readings = [
		Promise.reject(new Error('locked')),
		Promise.resolve(null),
		Promise.resolve('一'),
		Promise.resolve('二')
	];
	const kept = keep({ ms: 2000, stateOf: () => 1 }, () => readings.shift()!);
	await expect(kept.get(10_000)).rejects.toThrow('locked');
	expect(await kept.get(10_000)).toBe(null);
	expect([await kept.get(10_000), await kept.get(10_001), await kept.get(9_999)]).toEqual(['一', '一', '二']);
});

test('what is kept ends with its time, and before that with the state that it was read in', async () => {
	let state = 1;
	let readings = 0;
	const kept = keep({ ms: 2000, stateOf: () => state }, () => Promise.resolve(++readings));
	expect([await kept.get(0), await kept.get(1999), await kept.get(2000)]).toEqual([1, 1, 2]);
	state = 2;
	expect([await kept.get(2001), await kept.get(2001)]).toEqual([3, 3]);
});

test('all that is kept under keys is let go when it becomes too much', async () => {
	let readings = 0;
	const kept = keepEach({ ms: 2000, stateOf: () => 1 }, 3, (key: { nth: number }) =>
		Promise.resolve(`${key.nth} ${++readings}`)
	);
	const read = (nth: number) => kept.get({ nth }, 10_000);
	expect([await read(1), await read(2), await read(3), await read(1)]).toEqual(['1 1', '2 2', '3 3', '1 1']);
	expect([await read(4), await read(1)]).toEqual(['4 4', '1 5']);
	kept.forget();
	expect(await read(1)).toBe('1 6');
});
