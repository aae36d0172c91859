import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { signups } from '../../../src/lib/server/db/schema/signups/signups';
import { askLater } from '../../../src/lib/server/village-changes/later-asked';
import { assignTask } from '../../../src/lib/server/targets/tasks';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { bring, textFile } from '../ledgers/import-files';
import { bad } from '../reviews/closing-town';
import { closeWell, freshTown, id, ledger, released, town } from '../releases/release-town';
import { both, later, merge, outside } from './backdated-town';
import { column } from './split-town';

freshTown();

const done = { ok: true };
const refused = (refusal: string) => ({ ok: false, refusal });

const sorted = (names: unknown) => String(names).split(',').sort().join(' ');
const unitsOf = (table: string, column_ = 'unit_id') =>
	column(`select group_concat(name) from (select distinct u.name from ${table} r join units u on u.id = r.${column_}
		where u.valid_to_on is null order by u.position, u.name)`);

describe('a merger of a past day', () => {
	test('shows what the old villages have of later days, by kind, and is done once as many were seen', async () => {
		await later();
		const asked = await askLater(town.as('zhou'), both(), '2026-02-01');
		expect(asked!.kinds.map(({ kind, records, own }) => `${kind} ${records} ${own}`).sort()).toEqual([
			...['activities 2 1', 'banquets 2 1', 'cases 1 1', 'events 1 1', 'pledges 1 1']
		]);
		expect(await askLater(town.as('zhou'), both(), '2026-02-11'), 'nothing is later').toBeNull();
		expect(await askLater(town.as('zhou'), both(), '2026-03-02'), 'today is not past').toBeNull();
		expect(await merge({ seen: 0 })).toMatchObject(refused('records-after-day'));
		await ledger.activity('slogan', 'hesha', '2026-02-12');
		expect(await merge({ seen: asked!.total }), 'one more came meanwhile').toMatchObject(refused('records-after-day'));
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
		expect(await merge()).toMatchObject(refused('date-before-name'));
		expect(await merge({ onDate: '2026-02-02' })).toEqual(done);
	});
});
