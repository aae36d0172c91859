import { describe, expect, test } from 'vitest';
import { listGridMembers, listGroupsOfGrid } from '../../../src/lib/server/db/units/grids';
import { addGridMember, endGridMember } from '../../../src/lib/server/units/grid-members';
import { linkGridGroup, unlinkGridGroup } from '../../../src/lib/server/units/grids';
import { addUnit } from '../../../src/lib/server/units/units';
import { town, id, zhou, done, refused, freshTown } from './unit-town';

freshTown();

async function addGrid(parentId = town.units.sanxing): Promise<string> {
	const gridId = id();
	expect(await addUnit(zhou(), { id: gridId, parentId, kind: 'grid', name: `网格 ${gridId}` })).toMatchObject(done);
	return gridId;
}

describe('grids', () => {
	const member = (gridId: string, over = {}) => ({
		id: id(),
		gridId,
		role: 'full-time' as const,
		name: '孙测试',
		fromOn: '2026-01-01',
		...over
	});

	test('have members with their names sealed, until a day', async () => {
		const gridId = await addGrid();
		const sun = member(gridId);
		expect(await addGridMember(zhou(), sun)).toMatchObject(done);
		const [listed] = await listGridMembers(town.ctx.db, gridId);
		expect(listed?.nameSealed).not.toContain('孙');
		expect(town.ctx.keys.open(listed!.nameSealed, 'grid-members.name', sun.id)).toBe('孙测试');

		const end = { id: id(), memberId: sun.id, lastOn: '2026-02-28' };
		expect(await endGridMember(zhou(), end)).toMatchObject(done);
		expect(await endGridMember(zhou(), end)).toMatchObject(done);
		expect(await endGridMember(zhou(), { ...end, id: id() })).toEqual(refused('member-ended'));
		expect((await listGridMembers(town.ctx.db, gridId))[0]?.toOn).toBe('2026-02-28');
	});

	test('take members from a day up to today, by an administrator, and only grids do', async () => {
		const gridId = await addGrid();
		expect(await addGridMember(zhou(), member(gridId, { fromOn: '2026-03-03' }))).toEqual(refused('date-in-future'));
		expect(await addGridMember(town.as('liu'), member(gridId))).toEqual(refused('not-your-unit'));
		expect(await addGridMember(zhou(), member(town.units.sanxing))).toEqual(refused('not-a-grid'));
		const sun = member(gridId);
		await addGridMember(zhou(), sun);
		const early = { id: id(), memberId: sun.id, lastOn: '2025-12-31' };
		expect(await endGridMember(zhou(), early)).toEqual(refused('date-before-start'));
		expect(await endGridMember(zhou(), { ...early, memberId: id() })).toEqual(refused('member-unknown'));
	});

	test('overlap with groups many-to-many, within the unit they belong to', async () => {
		const [first, second] = [await addGrid(), await addGrid()];
		const groupId = town.units.sanxingGroup1;
		for (const gridId of [first, second, first]) {
			expect(await linkGridGroup(zhou(), { id: id(), gridId, groupId })).toMatchObject(done);
		}
		expect((await listGroupsOfGrid(town.ctx.db, first)).map((group) => group.id)).toEqual([groupId]);
		expect(await unlinkGridGroup(zhou(), { id: id(), gridId: first, groupId })).toMatchObject(done);
		expect(await listGroupsOfGrid(town.ctx.db, first)).toEqual([]);
		expect(await listGroupsOfGrid(town.ctx.db, second)).toHaveLength(1);

		const ofHesha = await addGrid(town.units.hesha);
		expect(await linkGridGroup(zhou(), { id: id(), gridId: ofHesha, groupId })).toEqual(refused('group-out-of-reach'));
		expect(await linkGridGroup(zhou(), { id: id(), gridId: first, groupId: town.units.hesha })).toEqual(
			refused('group-out-of-reach')
		);
	});
});
