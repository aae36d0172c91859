import { describe, expect, test } from 'vitest';
import { listHouseholdCounts } from '../../../src/lib/server/db/units/households';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { zhou, done, town, refused, id, freshTown } from './unit-town';

freshTown();

describe('households', () => {
	const set = (over = {}) => ({ id: id(), unitId: town.units.sanxing, fromOn: '2026-01-01', households: 620, ...over });

	test('hold from a day on; the same day again is a correction', async () => {
		expect(await setHouseholds(zhou(), set({ fromOn: '2025-01-01', households: 600 }))).toMatchObject(done);
		expect(await setHouseholds(zhou(), set())).toMatchObject(done);
		expect(await setHouseholds(zhou(), set({ households: 621 }))).toMatchObject(done);
		expect(await listHouseholdCounts(town.ctx.db, town.units.sanxing)).toEqual([
			{ fromOn: '2026-01-01', households: 621 },
			{ fromOn: '2025-01-01', households: 600 }
		]);
	});

	test('are counted in villages and communities, up to today, by an administrator', async () => {
		expect(await setHouseholds(zhou(), set({ unitId: town.units.qiaotou }))).toMatchObject(done);
		expect(await setHouseholds(zhou(), set({ unitId: town.units.sanxingGroup1 }))).toEqual(refused('not-a-village'));
		expect(await setHouseholds(zhou(), set({ fromOn: '2026-03-03' }))).toEqual(refused('date-in-future'));
		expect(await setHouseholds(town.as('liu'), set())).toEqual(refused('not-your-unit'));
	});
});
