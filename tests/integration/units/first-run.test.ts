import { describe, expect, test } from 'vitest';
import { openAccount } from '../../../src/lib/server/people/account-openings';
import { openEmptyTown, readTownState } from '../../../src/lib/server/units/first-run';
import { addUnit } from '../../../src/lib/server/units/units';
import { town, id, zhou, done, newGroup, refused, freshTown } from './unit-town';

freshTown();

describe('the first run', () => {
	test('finds that a town with units has an owner', async () => {
		expect(await readTownState(town.ctx)).toBe('own');
	});

	test('an administrator of a village reaches that village alone', async () => {
		const account = {
			id: id(),
			username: 'sun',
			name: '孙测试',
			role: 'administrator' as const,
			unitId: town.units.sanxing
		};
		expect(await openAccount(zhou(), account)).toMatchObject(done);
		const sun = { ...zhou(), actor: { ...zhou().actor, accountId: account.id, unitId: town.units.sanxing } as never };
		expect(await addUnit(sun, newGroup({ parentId: town.units.sanxing, name: '三星村二组' }))).toMatchObject(done);
		expect(await addUnit(sun, newGroup())).toEqual(refused('not-your-unit'));
	});

	test('refuses to open a second empty town', async () => {
		await expect(openEmptyTown(town.ctx)).rejects.toThrow('not-your-unit');
	});
});
