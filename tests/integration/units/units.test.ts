import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeAccount, openAccount } from '../../../src/lib/server/people/accounts';
import { listGridMembers, listGroupsOfGrid } from '../../../src/lib/server/db/units/grids';
import { findUnit, isWithinUnit, listHouseholdCounts, listUnits } from '../../../src/lib/server/db/units/units';
import { openEmptyTown, readTownState } from '../../../src/lib/server/units/first-run';
import { addGridMember, endGridMember, linkGridGroup, unlinkGridGroup } from '../../../src/lib/server/units/grids';
import { addUnit, closeUnit, renameUnit, setHouseholds } from '../../../src/lib/server/units/units';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const refused = (refusal: string) => ({ ok: false, refusal });
const done = { ok: true };
const id = () => town.ctx.newId();
const zhou = () => town.as('zhou');

const newGroup = (over = {}) => ({
	id: id(),
	parentId: town.units.hesha,
	kind: 'group' as const,
	name: '河沙村一组',
	...over
});

async function addGrid(parentId = town.units.sanxing): Promise<string> {
	const gridId = id();
	expect(await addUnit(zhou(), { id: gridId, parentId, kind: 'grid', name: `网格 ${gridId}` })).toMatchObject(done);
	return gridId;
}

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
