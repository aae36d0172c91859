import { describe, expect, test } from 'vitest';
import { closeAccount } from '../../../src/lib/server/people/account-acts';
import { findUnit, listUnits } from '../../../src/lib/server/db/units/units';
import { renameUnit } from '../../../src/lib/server/units/units';
import { closeUnit } from '../../../src/lib/server/units/unit-closings';
import { zhou, id, town, done, refused, freshTown } from './unit-town';

freshTown();

describe('closing a unit', () => {
	const close = (unitId: string, over = {}) => closeUnit(zhou(), { id: id(), unitId, lastOn: '2026-03-01', ...over });

	test('takes it out of the lists and keeps it readable', async () => {
		expect(await close(town.units.zhongba)).toMatchObject(done);
		const open = await listUnits(town.ctx.db, town.units.town, ['village']);
		expect(open.map((unit) => unit.id)).not.toContain(town.units.zhongba);
		expect(await findUnit(town.ctx.db, town.units.zhongba)).toMatchObject({ validToOn: '2026-03-01' });
		expect(await renameUnit(zhou(), { id: id(), unitId: town.units.zhongba, name: 'x' })).toEqual(
			refused('unit-closed')
		);
	});

	test('sent twice, answers as the first time; closed once more, is refused', async () => {
		const act = { id: id() };
		await close(town.units.zhongba, act);
		expect(await close(town.units.zhongba, act)).toMatchObject(done);
		expect(await close(town.units.zhongba)).toEqual(refused('unit-closed'));
	});

	test('waits until nothing in it is open', async () => {
		expect(await close(town.units.sanxing)).toEqual(refused('unit-has-units'));
		expect(await close(town.units.hesha)).toEqual(refused('unit-has-accounts'));
		await closeAccount(zhou(), { id: id(), accountId: town.accounts.he.id });
		expect(await close(town.units.hesha)).toMatchObject(done);
	});

	test('refuses one’s own unit, a day to come, and a day before it existed', async () => {
		expect(await close(town.units.town)).toEqual(refused('own-unit'));
		expect(await close(town.units.zhongba, { lastOn: '2026-03-03' })).toEqual(refused('date-in-future'));
		expect(await close(town.units.zhongba, { lastOn: '2022-12-31' })).toEqual(refused('date-before-start'));
	});
});
