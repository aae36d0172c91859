import { describe, expect, test } from 'vitest';
import { findUnit, isWithinUnit, listUnits } from '../../../src/lib/server/db/units/units';
import { listHouseholdCounts } from '../../../src/lib/server/db/units/households';
import { addUnit, renameUnit } from '../../../src/lib/server/units/units';
import { closeUnit } from '../../../src/lib/server/units/unit-closings';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { newGroup, zhou, done, town, refused, id, freshTown } from './unit-town';

freshTown();

describe('adding a unit', () => {
	test('puts it below its parent and below all above it', async () => {
		const group = newGroup();
		expect(await addUnit(zhou(), group)).toMatchObject(done);
		expect(await findUnit(town.ctx.db, group.id)).toMatchObject({ name: '河沙村一组', validFromOn: '2026-03-02' });
		expect(await isWithinUnit(town.ctx.db, town.units.town, group.id)).toBe(true);
		expect(await isWithinUnit(town.ctx.db, town.units.hesha, group.id)).toBe(true);
		expect(await isWithinUnit(town.ctx.db, town.units.sanxing, group.id)).toBe(false);
	});

	test('sent twice, adds one', async () => {
		const group = newGroup();
		await addUnit(zhou(), group);
		expect(await addUnit(zhou(), group)).toMatchObject(done);
		expect(await listUnits(town.ctx.db, town.units.hesha, ['group'])).toHaveLength(1);
	});

	test('is refused where its kind has no place', async () => {
		expect(await addUnit(zhou(), newGroup({ parentId: town.units.town }))).toEqual(refused('unit-kind-wrong'));
		expect(await addUnit(zhou(), newGroup({ kind: 'town' }))).toEqual(refused('unit-kind-wrong'));
		expect(await addUnit(zhou(), newGroup({ kind: 'village', parentId: town.units.sanxingGroup1 }))).toEqual(
			refused('unit-kind-wrong')
		);
	});

	test('is refused below an unknown or closed unit, and under a name that is taken there', async () => {
		expect(await addUnit(zhou(), newGroup({ parentId: id() }))).toEqual(refused('unit-unknown'));
		await closeUnit(zhou(), { id: id(), unitId: town.units.zhongba, lastOn: '2026-03-01' });
		expect(await addUnit(zhou(), newGroup({ parentId: town.units.zhongba }))).toEqual(refused('unit-closed'));
		const again = newGroup({ parentId: town.units.sanxing, name: '三星村一组' });
		expect(await addUnit(zhou(), again)).toEqual(refused('unit-name-taken'));
		expect(await addUnit(zhou(), newGroup({ name: '三星村一组' }))).toMatchObject(done);
	});

	test.each(['liu', 'mei'] as const)('is for administrators: %s is refused', async (name) => {
		expect(await addUnit(town.as(name), newGroup({ parentId: town.units.sanxing }))).toEqual(refused('not-your-unit'));
	});

	test('a second root is refused to everybody', async () => {
		const root = { id: id(), parentId: null, kind: 'town' as const, name: '别的镇' };
		expect(await addUnit(zhou(), root)).toEqual(refused('not-your-unit'));
		expect(await addUnit(town.ctx, root)).toEqual(refused('not-your-unit'));
	});

	test('a unit never moves to another parent', async () => {
		const moved = town.ctx.db.$client.execute({
			sql: 'update units set parent_id = ? where id = ?',
			args: [town.units.hesha, town.units.sanxingGroup1]
		});
		await expect(moved).rejects.toThrow('unit-cannot-move');
	});
});

describe('renaming a unit', () => {
	const rename = (over = {}) => ({
		id: id(),
		unitId: town.units.sanxing,
		name: '三星新村',
		code: '500119101202',
		...over
	});

	test('changes its attributes, and the audit entry keeps the old ones', async () => {
		const command = rename();
		expect(await renameUnit(zhou(), command)).toMatchObject(done);
		expect(await findUnit(town.ctx.db, town.units.sanxing)).toMatchObject({ name: '三星新村', code: '500119101202' });
		const { rows } = await town.ctx.db.$client.execute('select detail from audit_entries');
		expect(JSON.parse(String(rows[0]?.detail))).toMatchObject({
			before: { name: '三星村' },
			after: { name: '三星新村' }
		});
	});

	test('keeps its place in the order when none is given', async () => {
		const before = await findUnit(town.ctx.db, town.units.sanxing);
		await renameUnit(zhou(), rename());
		expect((await findUnit(town.ctx.db, town.units.sanxing))?.position).toBe(before?.position);
	});

	test('refuses a sister’s name, a cadre and an unknown unit', async () => {
		expect(await renameUnit(zhou(), rename({ name: '河沙村' }))).toEqual(refused('unit-name-taken'));
		expect(await renameUnit(zhou(), rename({ name: '三星村' }))).toMatchObject(done);
		expect(await renameUnit(town.as('liu'), rename())).toEqual(refused('not-your-unit'));
		expect(await renameUnit(zhou(), rename({ unitId: id() }))).toEqual(refused('unit-unknown'));
	});
});

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
