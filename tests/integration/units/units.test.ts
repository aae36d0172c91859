import { describe, expect, test } from 'vitest';
import { findUnit, isWithinUnit, listUnits } from '../../../src/lib/server/db/units/units';
import { addUnit, renameUnit } from '../../../src/lib/server/units/units';
import { closeUnit } from '../../../src/lib/server/units/unit-closings';
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

	test('without a number of its own comes after those that are there; a number puts it where it is wanted', async () => {
		const add = async (name: string, position: number | null = null) => {
			const village = { id: id(), parentId: town.units.town, kind: 'village' as const, name, position };
			expect(await addUnit(zhou(), village)).toMatchObject(done);
			return village.id;
		};
		const names = async () =>
			(await listUnits(town.ctx.db, town.units.town, ['village']))
				.map(({ name }) => name)
				.filter((name) => name.length > 3);
		const first = await add('龙头上村');
		await add('石坝上村');
		await add('泉水上村');
		await add('前面上村', 0);
		expect(await names()).toEqual(['前面上村', '龙头上村', '石坝上村', '泉水上村']);
		const renamed = { id: id(), unitId: first, name: '龙头大村', position: null };
		expect(await renameUnit(zhou(), renamed)).toMatchObject(done);
		expect(await names()).toEqual(['前面上村', '龙头大村', '石坝上村', '泉水上村']);
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
