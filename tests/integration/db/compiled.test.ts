import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countRoundTrips, openDatabase } from '../../../src/lib/server/db/client';
import { compiled, type Asked } from '../../../src/lib/server/db/compiled';
import { units } from '../../../src/lib/server/db/schema/units/units';
import type { Database } from '../../../src/lib/server/db/client';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const build = vi.fn((db: Database, { id }: Asked<{ id: string }>) =>
	db.select({ name: units.name }).from(units).where(eq(units.id, id))
);
const nameOf = compiled(build);

test('a compiled query is built once for each database, and asked with other values each time', async () => {
	const { db } = town.ctx;
	build.mockClear();
	expect(await nameOf(db, { id: town.units.sanxing })).toEqual([{ name: '三星村' }]);
	expect(await nameOf(db, { id: town.units.hesha })).toEqual([{ name: '河沙村' }]);
	expect(await nameOf(db, { id: 'nobody' })).toEqual([]);
	expect(build).toHaveBeenCalledTimes(1);
	const other = await openDatabase(town.url);
	await nameOf(other, { id: town.units.sanxing });
	expect(build).toHaveBeenCalledTimes(2);
	await other.$client.close();
});

test('several go in one batch, the same one with two values too', async () => {
	const { db } = town.ctx;
	const { value, count } = await countRoundTrips(() =>
		db.batch([nameOf(db, { id: town.units.sanxing }), nameOf(db, { id: town.units.town })])
	);
	expect([value, count]).toEqual([[[{ name: '三星村' }], [{ name: '太平场镇' }]], 1]);
});

test('a value that is not handed in is a bug and throws, alone and in a batch', async () => {
	const { db } = town.ctx;
	const nothing = {} as { id: string };
	await expect(Promise.resolve(nameOf(db, nothing))).rejects.toThrow();
	await expect(Promise.resolve().then(() => db.batch([nameOf(db, nothing)]))).rejects.toThrow();
});
