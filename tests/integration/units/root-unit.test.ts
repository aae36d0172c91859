import { expect, test } from 'vitest';
import { countRoundTrips, openDatabase } from '../../../src/lib/server/db/client';
import { keep } from '../../../src/lib/server/kept';
import { renameUnit } from '../../../src/lib/server/units/units';
import { dataKey, startAt } from '../cast';
import { newTown } from '../new-town';
import { done, freshTown, id, town, zhou } from './unit-town';

freshTown();

const nameOf = async (ctx = town.ctx) => (await ctx.rootUnit())?.name;
const rename = (name: string) => renameUnit(zhou(), { id: id(), unitId: town.units.town, name });

test('is read once for many who ask', async () => {
	const { value, count } = await countRoundTrips(() => Promise.all(Array.from({ length: 20 }, () => nameOf())));
	expect([new Set(value), count]).toEqual([new Set(['太平场镇']), 1]);
	expect((await countRoundTrips(() => nameOf(zhou()))).count, 'every context has it from the town').toBe(0);
});

test('has its new name at once where it was renamed, and within two seconds in another process', async () => {
	const db = await openDatabase(town.url);
	const other = newTown(db, dataKey);
	const elsewhere = (ms: number) => nameOf({ ...town.ctx, ...other, now: () => startAt + ms });
	expect([await nameOf(), await elsewhere(0)]).toEqual(['太平场镇', '太平场镇']);
	expect(await rename('太平镇')).toMatchObject(done);
	expect([await nameOf(), await elsewhere(1999)]).toEqual(['太平镇', '太平场镇']);
	expect(await elsewhere(2000)).toBe('太平镇');
	await db.$client.close();
});

test('is not given out as it was before a change that came while it was read', async () => {
	const before = nameOf();
	await rename('太平镇');
	await before;
	expect(await nameOf()).toBe('太平镇');
});

test('is read again where the clock was put back, and after a reading that failed', async () => {
	const readings = [
		Promise.reject(new Error('locked')),
		Promise.resolve(null),
		Promise.resolve('一'),
		Promise.resolve('二')
	];
	const kept = keep(2000, () => readings.shift()!);
	await expect(kept.get(10_000)).rejects.toThrow('locked');
	expect(await kept.get(10_000)).toBe(null);
	expect([await kept.get(10_000), await kept.get(10_001), await kept.get(9_999)]).toEqual(['一', '一', '二']);
});
