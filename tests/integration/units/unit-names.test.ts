import { describe, expect, test } from 'vitest';
import { findUnit } from '../../../src/lib/server/db/units/units';
import { renameUnit } from '../../../src/lib/server/units/units';
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

	test('refuses a sister’s name, a cadre and an unknown unit', async () => {
		expect(await renameUnit(zhou(), rename({ name: '河沙村' }))).toEqual(refused('unit-name-taken'));
		expect(await renameUnit(zhou(), rename({ name: '三星村' }))).toMatchObject(done);
		expect(await renameUnit(town.as('liu'), rename())).toEqual(refused('not-your-unit'));
		expect(await renameUnit(zhou(), rename({ unitId: id() }))).toEqual(refused('unit-unknown'));
	});
});
