import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { signups } from '../../../src/lib/server/db/schema/signups/signups';
import { askLater } from '../../../src/lib/server/village-changes/later-asked';
import { mergeVillages, type MergeVillagesCommand } from '../../../src/lib/server/village-changes/merge-villages';
import { assignTask } from '../../../src/lib/server/targets/tasks';
import { closeUnit } from '../../../src/lib/server/units/unit-closings';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { enrol } from '../birthdays/roll-of';
import { bring, textFile } from '../ledgers/import-files';
import { bad } from '../reviews/closing-town';
import { closeWell, freshTown, id, ledger, released, town } from '../releases/release-town';
import { column, onDate, split, splitUp } from './split-town';

freshTown();

const done = { ok: true };
const refused = (refusal: string) => ({ ok: false, refusal });
const both = () => [town.units.sanxing, town.units.hesha];

const merge = (over: Partial<MergeVillagesCommand> = {}) =>
	mergeVillages(town.as('zhou'), {
		...{ id: id(), villageIds: both(), kind: 'village', name: '三河村', onDate, note: '两村合并' },
		...over
	});

/** A record of each kind on 10 February in 三星村, its group and 河沙村, after the last day of the old villages. */
async function later() {
	const on = '2026-02-10';
	await ledger.activity('slogan', 'sanxing', on);
	await ledger.activity('slogan', 'sanxingGroup1', on);
	await ledger.activity('slogan', 'hesha', '2026-01-10');
	await ledger.banquet('sanxingGroup1', on);
	await ledger.dissuasion('hesha', on);
	await ledger.case('dispute', 'hesha', on);
	await ledger.pledge('sanxing', on);
	await ledger.event('lecture', 'sanxing', on);
}

const sorted = (names: unknown) => String(names).split(',').sort().join(' ');
const unitsOf = (table: string, column_ = 'unit_id') =>
	column(`select group_concat(name) from (select distinct u.name from ${table} r join units u on u.id = r.${column_}
		where u.valid_to_on is null order by u.position, u.name)`);

/** Records that lie outside the life of their unit, as the verification finds them. */
const outside = async () => (await bad()).filter(({ kind }) => kind === 'life');

describe('a merger of a past day', () => {
	test('shows what the old villages have of later days, by kind, and is done once as many were seen', async () => {
		await later();
		const asked = await askLater(town.as('zhou'), both(), '2026-02-01');
		expect(asked!.kinds.map(({ kind, records, own }) => `${kind} ${records} ${own}`).sort()).toEqual([
			...['activities 2 1', 'banquets 2 1', 'cases 1 1', 'events 1 1', 'pledges 1 1']
		]);
		expect(await askLater(town.as('zhou'), both(), '2026-02-11'), 'nothing is later').toBeNull();
		expect(await askLater(town.as('zhou'), both(), '2026-03-02'), 'today is not past').toBeNull();
		expect(await merge({ seen: 0 })).toEqual(refused('records-after-day'));
		await ledger.activity('slogan', 'hesha', '2026-02-12');
		expect(await merge({ seen: asked!.total }), 'one more came meanwhile').toEqual(refused('records-after-day'));
		expect(await merge({ seen: asked!.total + 1 })).toEqual(done);
	});

	test('moves it to the new village, group by group, and leaves what is of before', async () => {
		await later();
		const { id: eventId, slotId } = await ledger.event('lecture', 'zhongba', '2026-03-20', { completed: false });
		for (const [nth, on] of ['2026-01-20', '2026-02-12'].entries())
			await town.ctx.db.insert(signups).values({
				...{
					id: id(),
					slotId,
					seq: nth + 1,
					rank: nth + 1,
					status: 'confirmed',
					partySize: 1,
					granted: 1,
					code: '000000'
				},
				...{
					nameSealed: 'erased',
					phoneSealed: 'erased',
					phoneIndex: on,
					villageId: town.units.hesha,
					at: instantOf(on, '09:00')
				}
			});
		await bring(
			town.as('liu'),
			'activities',
			textFile([
				['日期', '类别', '事项'],
				['2026.1.5', '标语', '移风易俗']
			])
		);
		const own = id();
		expect(await merge({ id: own })).toEqual(done);
		expect(await column('select village_id from signups order by at')).toEqual([town.units.hesha, own]);
		expect(await column('select unit_id from imports')).toEqual([own]);
		expect(await column(`select count(*) from activities where unit_id in ('${both().join("','")}')`)).toEqual([1]);
		for (const [table, unit] of [
			['cases', 'unit_id'],
			['pledges', 'village_id']
		] as const)
			expect(await column(`select distinct ${unit} from ${table}`), table).toEqual([own]);
		expect(await column(`select unit_id from events where kind = 'lecture' and id <> '${eventId}'`)).toEqual([own]);
		expect((await unitsOf('activities')).map(sorted)).toEqual(['三星村一组,三河村'].map(sorted));
		expect((await unitsOf('banquets')).map(sorted)).toEqual(['三星村一组,三河村'].map(sorted));
		expect(await outside()).toEqual([]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('has a checked zero of what all of them checked alone', async () => {
		town.clock.setDate('2026-04-02');
		for (const unit of ['sanxing', 'hesha'] as const)
			await ledger.activity('checked-zero', unit, '2026-04-01', { zeroMonth: '2026-02' });
		await ledger.activity('checked-zero', 'sanxing', '2026-04-01', { zeroMonth: '2026-03' });
		const own = id();
		expect(await merge({ id: own })).toEqual(done);
		expect(await column('select zero_month from activities where is_removed = 0')).toEqual(['2026-02']);
		expect(await column('select unit_id from activities where is_removed = 0')).toEqual([own]);
		expect(await column('select distinct reason from activity_removals')).toEqual(['两村合并']);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('has one task of what both were given on a day, and the households of each later day', async () => {
		town.clock.setDate('2026-02-10');
		for (const unitId of both())
			expect(
				await assignTask(town.as('zhou'), {
					...{ id: id(), unitId, figure: 'slogans', quantity: 3, dueOn: '2026-06-30', note: '' }
				})
			).toEqual(done);
		for (const [unitId, fromOn, households] of [
			[town.units.sanxing, '2025-01-01', 300],
			[town.units.hesha, '2025-01-01', 200],
			[town.units.hesha, '2026-02-05', 210]
		] as const)
			await setHouseholds(town.as('zhou'), { id: id(), unitId, fromOn, households });
		town.clock.setDate('2026-03-02');
		const own = id();
		expect(await merge({ id: own })).toEqual(done);
		expect(await column('select quantity from tasks where is_withdrawn = 0')).toEqual([6]);
		expect(await column('select unit_id from tasks where is_withdrawn = 0')).toEqual([own]);
		expect(await column(`select households from household_counts where unit_id = '${own}' order by from_on`)).toEqual([
			500, 510
		]);
	});

	test('takes groups and grids that were added or closed since, and those in charge', async () => {
		const grids = [
			await ledger.grid('hesha', '2024-01-01', '2026-02-20'),
			await ledger.grid('hesha', '2026-02-15')
		] as const;
		await ledger.member(grids[0], 'full-time', '2024-01-01', '2026-02-20');
		await ledger.member(grids[0], 'part-time', '2026-02-05', '2026-02-20');
		await ledger.member(grids[1], 'helper', '2026-02-15');
		const own = id();
		expect(await merge({ id: own })).toEqual(done);
		expect(
			await column(
				`select valid_from_on || ' ' || coalesce(valid_to_on, '') from units where parent_id = '${own}' and kind = 'grid' order by 1`
			)
		).toEqual(['2026-02-01 2026-02-20', '2026-02-15 ']);
		expect(
			await column(`select m.role || ' ' || m.from_on || ' ' || coalesce(m.to_on, '') from grid_members m
				join units u on u.id = m.grid_id where u.parent_id = '${own}' order by m.from_on`)
		).toEqual(['full-time 2026-02-01 2026-02-20', 'part-time 2026-02-05 2026-02-20', 'helper 2026-02-15 ']);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('leaves a closed month and what is published of it as it was', async () => {
		await ledger.declareStart('2025-01-01');
		await later();
		await ledger.reportRest(2025, 2026);
		const before = await closeWell('2026-02');
		const printed = JSON.stringify(await released(2026));
		expect(await merge()).toEqual(done);
		expect(JSON.stringify(await released(2026))).toBe(printed);
		expect(before).not.toBe('');
		expect(await bad()).toEqual([]);
	});

	test('is not before a village was renamed', async () => {
		await town.ctx.db.$client.execute(
			`insert into unit_names (unit_id, from_on, name, at) values ('${town.units.hesha}', '2023-01-01', '河村', 0), ('${town.units.hesha}', '2026-02-01', '河沙村', 0)`
		);
		expect(await merge()).toEqual(refused('date-before-name'));
		expect(await merge({ onDate: '2026-02-02' })).toEqual(done);
	});
});

describe('a split of a past day', () => {
	test('moves by the group, and what the village itself has by its kind', async () => {
		await later();
		await enrol(town);
		const [east, west] = await splitUp({ later: { pledges: 0, events: 0 } });
		expect(await column('select village_id from pledges')).toEqual([east]);
		expect(await column('select unit_id from events')).toEqual([east]);
		const activities = await column(
			"select u.name || coalesce(u.valid_to_on, '') from activities a join units u on u.id = a.unit_id order by 1"
		);
		expect(activities).toEqual(['三星村一组', '河沙村', '西星村']);
		expect(west).not.toBe(east);
		expect(await outside()).toEqual([]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('makes a checked zero one of each new village, and takes tasks back', async () => {
		town.clock.setDate('2026-02-10');
		const task = { figure: 'slogans' as const, quantity: 3, dueOn: '2026-06-30', note: '' };
		expect(await assignTask(town.as('zhou'), { id: id(), unitId: town.units.sanxing, ...task })).toEqual(done);
		town.clock.setDate('2026-03-02');
		await ledger.activity('checked-zero', 'sanxing', '2026-03-01', { zeroMonth: '2026-02' });
		const [east, west] = await splitUp();
		expect((await column("select unit_id from activities where kind = 'checked-zero'")).sort()).toEqual(
			[east, west].sort()
		);
		expect(await column('select is_withdrawn from tasks')).toEqual([1]);
		expect(await column('select reason from task_withdrawals')).toEqual(['分村']);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('of a former year takes what is of that year and later, so that no later table misses it', async () => {
		await ledger.banquet('sanxing', '2025-09-10');
		await ledger.banquet('sanxing', '2026-01-10');
		expect(await split({ onDate: '2025-08-01' })).toEqual(done);
		expect(await column(`select distinct u.name from banquets b join units u on u.id = b.unit_id`)).toEqual(['西星村']);
		expect(await outside()).toEqual([]);
	});
});

describe('a record', () => {
	const refusal = 'refusal:unit-not-there';

	test('is refused after the last day of its unit, and before the first of one that took the place of others', async () => {
		const own = id();
		await merge({ id: own });
		for (const put of [
			() => ledger.activity('slogan', 'sanxing', '2026-02-01'),
			() => ledger.banquet('sanxingGroup1', '2026-02-01', null),
			() => ledger.case('dispute', 'hesha', '2026-02-01'),
			() => ledger.pledge('hesha', '2026-02-01'),
			() => ledger.event('lecture', 'hesha', '2026-02-01')
		])
			await expect(put()).rejects.toThrow();
		expect(await ledger.activity('slogan', 'sanxing', '2026-01-31')).not.toBe('');
		await town.ctx.db.$client.execute(`update activities set note = 'still changes'`);
		for (const change of ["done_on = '2026-02-01'", `unit_id = '${own}'`])
			await expect(town.ctx.db.$client.execute(`update activities set ${change}`)).rejects.toThrow(refusal);
	});

	test('keeps a unit from ending before it, and the verification names those of before this rule', async () => {
		const on = '2026-02-10';
		await ledger.activity('slogan', 'zhongba', on);
		const close = (lastOn: string) => closeUnit(town.as('zhou'), { id: id(), unitId: town.units.zhongba, lastOn });
		expect(await close('2026-02-09')).toEqual(refused('unit-has-records'));
		expect(await outside()).toEqual([]);
		await town.ctx.db.$client.execute('drop trigger units_end_after_activities');
		expect(await close('2026-02-09')).toEqual(done);
		expect(await outside()).toEqual([
			{ kind: 'life', of: 'activities', unitId: town.units.zhongba, records: 1, is: 'outside' }
		]);
	});
});
