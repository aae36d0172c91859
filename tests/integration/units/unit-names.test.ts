import { describe, expect, test } from 'vitest';
import { nameOn } from '../../../src/lib/domain/ledgers/unit-past';
import { listUnitsWithPast } from '../../../src/lib/server/db/units/unit-pasts';
import { findUnit } from '../../../src/lib/server/db/units/units';
import { askVillages, villagesOf } from '../../../src/lib/server/db/units/villages';
import { addUnit, renameUnit } from '../../../src/lib/server/units/units';
import { zhou, done, town, refused, id, freshTown } from './unit-town';

freshTown();

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

	test('from a day on keeps the old name for what is of before', async () => {
		const nameOn = async (on: string) =>
			villagesOf(await askVillages(town.ctx.db, { scope: town.units.town, fromOn: on, on })).find(
				({ id }) => id === town.units.sanxing
			)!;
		expect(await renameUnit(zhou(), rename({ nameEn: 'New Sanxing', renamedOn: '2025-07-01' }))).toMatchObject(done);
		expect(await findUnit(town.ctx.db, town.units.sanxing)).toMatchObject({ name: '三星新村' });
		expect(await nameOn('2024-12-31')).toMatchObject({ name: '三星村', nameEn: 'Sanxing Village' });
		expect(await nameOn('2025-06-30')).toMatchObject({ name: '三星村' });
		expect(await nameOn('2025-07-01')).toMatchObject({ name: '三星新村', nameEn: 'New Sanxing' });
		expect(await nameOn('2020-01-01'), 'before it was set up').toMatchObject({ name: '三星村' });
		expect(await renameUnit(zhou(), rename({ name: '三星新城村' })), 'only written wrong').toMatchObject(done);
		expect([(await nameOn('2025-06-30')).name, (await nameOn('2026-01-01')).name]).toEqual(['三星村', '三星新城村']);
		expect(await renameUnit(zhou(), rename({ name: '星村', renamedOn: '2026-02-01' }))).toMatchObject(done);
		expect([(await nameOn('2025-12-31')).name, (await nameOn('2026-02-01')).name]).toEqual(['三星新城村', '星村']);
	});

	test('gives the groups that are named after it the new name from the same day on', async () => {
		const groupId = town.units.sanxingGroup1;
		const named = async () =>
			(await listUnitsWithPast(town.ctx.db, town.units.sanxing)).find(({ id }) => id === groupId)!;
		const other = { id: id(), parentId: town.units.sanxing, kind: 'group' as const, name: '新院子' };
		expect(await addUnit(zhou(), other)).toMatchObject(done);
		expect(await renameUnit(zhou(), rename({ nameEn: 'New Sanxing Village', renamedOn: '2025-07-01' }))).toMatchObject(
			done
		);
		expect(await named()).toMatchObject({ name: '三星新村一组', nameEn: 'New Sanxing Group 1' });
		expect(nameOn(await named(), '2025-06-30')).toBe('三星村一组');
		expect(nameOn(await named(), '2025-07-01')).toBe('三星新村一组');
		expect(await findUnit(town.ctx.db, other.id)).toMatchObject({ name: '新院子' });
		expect(
			await renameUnit(zhou(), rename({ name: '三星新城村', nameEn: 'New Sanxing Village' })),
			'only written wrong'
		).toMatchObject(done);
		expect([nameOn(await named(), '2025-06-30'), nameOn(await named(), '2026-01-01')]).toEqual([
			'三星村一组',
			'三星新城村一组'
		]);
		const later = { id: id(), parentId: town.units.sanxing, kind: 'group' as const, name: '三星星村一组' };
		expect(await addUnit(zhou(), later)).toMatchObject(done);
		expect(await renameUnit(zhou(), rename({ name: '三星星村', renamedOn: '2026-02-01' }))).toMatchObject(done);
		expect((await named()).name, 'the name is taken').toBe('三星新城村一组');
	});

	test('is not from a day to come, nor from a day before its last name', async () => {
		const from = (renamedOn: string) => renameUnit(zhou(), rename({ name: `三星${renamedOn}`, renamedOn }));
		expect(await from('2026-03-03')).toEqual(refused('date-in-future'));
		expect(await from('2020-01-01')).toEqual(refused('date-before-unit'));
		expect(await from('2025-07-01')).toMatchObject(done);
		expect(await from('2025-07-01')).toEqual(refused('date-before-name'));
		const twice = rename({ name: '星村', renamedOn: '2026-01-01' });
		expect(await renameUnit(zhou(), twice)).toMatchObject(done);
		expect(await renameUnit(zhou(), twice), 'sent twice').toMatchObject(done);
	});

	test('refuses a sister’s name, a cadre and an unknown unit', async () => {
		expect(await renameUnit(zhou(), rename({ name: '河沙村' }))).toEqual(refused('unit-name-taken'));
		expect(await renameUnit(zhou(), rename({ name: '三星村' }))).toMatchObject(done);
		expect(await renameUnit(town.as('liu'), rename())).toEqual(refused('not-your-unit'));
		expect(await renameUnit(zhou(), rename({ unitId: id() }))).toEqual(refused('unit-unknown'));
	});
});
