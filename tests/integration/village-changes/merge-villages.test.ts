import { describe, expect, test } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { readCoverage } from '../../../src/lib/server/figures/coverage';
import { findAccount } from '../../../src/lib/server/db/people/accounts';
import { listCoverage } from '../../../src/lib/server/db/figures/village-coverage';
import { askFigure } from '../../../src/lib/server/db/figures/counted-parts';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { readSums } from '../../../src/lib/server/db/figures/figure-sums';
import { findUnit } from '../../../src/lib/server/db/units/units';
import { askVillages, villagesOf } from '../../../src/lib/server/db/units/villages';
import { mergeVillages, type MergeVillagesCommand } from '../../../src/lib/server/village-changes/merge-villages';
import { mayActFor } from '../../../src/lib/server/people/rights';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { actions } from '../../../src/routes/admin/units/[id=id]/merge/+page.server';
import { enrol } from '../birthdays/roll-of';
import { visit } from '../page-visit';
import { banquets, closeWell, freshTown, id, ledger, released, town } from '../releases/release-town';

freshTown();

const onDate = '2026-02-01';
const done = { ok: true };
const refused = (refusal: string) => ({ ok: false, refusal });

const command = (over: Partial<MergeVillagesCommand> = {}): MergeVillagesCommand => ({
	...{
		id: id(),
		villageIds: [town.units.sanxing, town.units.hesha],
		kind: 'village',
		name: '三河村',
		onDate,
		note: '合并'
	},
	...over
});
const merge = (over: Partial<MergeVillagesCommand> = {}) => mergeVillages(town.as('zhou'), command(over));

/** Merges 三星村 and 河沙村 to 三河村. Out: its id. */
async function merged(): Promise<string> {
	const own = id();
	expect(await merge({ id: own })).toEqual(done);
	return own;
}

const held = async (unitId: string, year: number) =>
	(await readSums(town.ctx.db, unitId, [askFigure({ from: 'banquets-held' }, yearBounds(year))]))[0];
const villagesOn = async (on: string) =>
	villagesOf(await askVillages(town.ctx.db, { scope: town.units.town, fromOn: on, on })).map(({ name }) => name);
const column = async (sql: string) => (await town.ctx.db.$client.execute(sql)).rows.map((row) => Object.values(row)[0]);

test('a village that is chosen and is not there is answered on the form, with what was typed', async () => {
	const [own, other] = [town.units.sanxing, id()];
	const form = { id: id(), otherId: other, kind: 'village', name: '三河村', onDate, isCertain: 'yes', seen: '' };
	const how = { path: `/admin/units/${own}/merge`, params: { id: own }, form };
	const { value } = await visit(town.as('zhou'), actions.default as (event: never) => Promise<unknown>, how);
	expect(value).toMatchObject({
		status: 409,
		data: { errors: { otherId: 'villages-not-mergeable' }, values: { name: '三河村', onDate } }
	});
	expect(await merge({ villageIds: [id(), town.units.hesha] }), 'the one of the address').toMatchObject(
		refused('unit-unknown')
	);
});

describe('two villages that merge', () => {
	test('end on the day before, and the new one counts what was recorded under both', async () => {
		await banquets('sanxing', '2024-05', 3);
		await ledger.banquet('sanxingGroup1', '2024-06-01');
		await banquets('hesha', '2024-05', 2);
		await banquets('zhongba', '2024-05', 1);
		const own = await merged();
		expect(await findUnit(town.ctx.db, town.units.sanxing)).toMatchObject({ validToOn: '2026-01-31' });
		expect(await findUnit(town.ctx.db, own)).toMatchObject({ name: '三河村', validFromOn: onDate, validToOn: null });
		expect([await held(own, 2024), await held(town.units.sanxing, 2024), await held(town.units.town, 2024)]).toEqual([
			6, 4, 7
		]);
		await banquets('hesha', '2024-07', 1);
		expect([await held(own, 2024), await held(town.units.town, 2024)], 'a late record is counted once').toEqual([7, 8]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('are listed up to that day, and the new one from then on', async () => {
		await merged();
		expect(await villagesOn('2026-01-31')).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(await villagesOn(onDate)).toEqual(['三河村', '中坝村', '桥头社区']);
	});

	test('hand over accounts, elders, groups, grids with those in charge, events to come, and households', async () => {
		for (const [unitId, households] of [
			[town.units.sanxing, 300],
			[town.units.hesha, 200]
		] as const)
			await setHouseholds(town.as('zhou'), { id: id(), unitId, fromOn: '2025-01-01', households });
		const elders = [await enrol(town), await enrol(town, { unitId: town.units.hesha }, 'he')];
		const grid = await ledger.grid('hesha', '2024-01-01');
		await ledger.member(grid, 'full-time', '2024-01-01');
		const [past, coming] = [
			await ledger.event('lecture', 'hesha', '2026-01-10'),
			await ledger.event('lecture', 'hesha', '2026-03-10', { completed: false })
		];
		const own = await merged();
		expect(await findAccount(town.ctx.db, town.accounts.he.id)).toMatchObject({ unitId: own });
		const [group, newGrid] = await Promise.all(
			['group', 'grid'].map(
				async (kind) => (await column(`select id from units where parent_id = '${own}' and kind = '${kind}'`))[0]
			)
		);
		expect(await column(`select unit_id from elders order by id`)).toEqual([group, own]);
		expect(elders).toHaveLength(2);
		expect(await column('select count(distinct person_index) from elders')).toEqual([2]);
		expect(
			await column(`select role from grid_members where grid_id = '${String(newGrid)}' and to_on is null`)
		).toEqual(['full-time']);
		expect(await column(`select to_on from grid_members where grid_id = '${grid.id}'`)).toEqual(['2026-01-31']);
		expect(await column(`select unit_id from events where id = '${past.id}'`)).toEqual([town.units.hesha]);
		expect(await column(`select unit_id from events where id = '${coming.id}'`)).toEqual([own]);
		const coverage = await listCoverage(town.ctx.db, town.units.town, onDate);
		expect(coverage.find(({ villageId }) => villageId === own)).toMatchObject({ registered: 500 });
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('keep their pledges, which the new one counts as in force', async () => {
		for (const unit of ['sanxing', 'sanxing', 'hesha'] as const) await ledger.pledge(unit, '2025-05-01');
		const own = await merged();
		const pledgedOn = async (on: string) =>
			Object.fromEntries(
				(await listCoverage(town.ctx.db, town.units.town, on)).map(({ name, pledged }) => [name, pledged])
			);
		expect(await pledgedOn('2025-12-31')).toMatchObject({ 三星村: 2, 河沙村: 1 });
		expect(await pledgedOn('2026-03-01')).toEqual({ 三河村: 3, 中坝村: 0, 桥头社区: 0 });
		expect(own).not.toBe('');
	});

	test('are open to the staff of the new one', async () => {
		const own = await merged();
		const he = { ...town.as('he'), actor: { ...town.as('he').actor, unitId: own } } as ReturnType<typeof town.as>;
		for (const unit of ['sanxing', 'hesha', 'sanxingGroup1'] as const)
			expect(await mayActFor(he, town.units[unit]), unit).toBe(true);
		expect(await mayActFor(he, town.units.zhongba)).toBe(false);
	});

	test('owe each its own months of before, as the ledger of the new one says', async () => {
		await ledger.reportMonth('sanxing', '2026-01');
		const own = await merged();
		const monthsOf = async () => {
			const [coverage] = await readCoverage(town.ctx.db, {
				...{ scope: town.units.town, year: 2026, today: '2026-03-02', ledgers: ['banquet'] }
			});
			return coverage!.rows.find(({ id: village }) => village === own)!.months.map(({ state }) => state);
		};
		expect((await monthsOf()).slice(0, 3)).toEqual(['missing', 'missing', 'running']);
		await banquets('hesha', '2026-01', 2);
		expect((await monthsOf())[0], 'one had records, the other a checked zero').toBe('reported');
	});

	test('are one row of the year in which they merged, and two of the year before', async () => {
		for (const year of [2024, 2025]) {
			for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
				for (const month of ['01', '04', '07', '10']) await banquets(unit, `${year}-${month}`, 6);
		}
		await merge({ onDate: '2025-08-01' });
		for (const year of [2024, 2025]) {
			await ledger.reportRest(year);
			await closeWell(String(year));
		}
		const rows = async (year: number) => {
			const { cells } = (await released(year)).find(({ kind }) => kind === 'villages')!;
			return [...new Set(cells.map(({ name }) => name))].map(
				(name) =>
					`${name}: ${cells
						.filter((cell) => cell.name === name)
						.map(({ value }) => value)
						.join(' ')}`
			);
		};
		expect(await rows(2024)).toEqual(['三星村: 6 6 6 6', '河沙村: 6 6 6 6', '中坝村: 6 6 6 6', '桥头社区: 6 6 6 6']);
		expect(await rows(2025)).toEqual(['三河村: 12 12 12 12', '中坝村: 6 6 6 6', '桥头社区: 6 6 6 6']);
	});
});

describe('a merger', () => {
	test('sent twice, is done once; villages that merged do not merge again, but the new one may', async () => {
		const once = command();
		expect(await mergeVillages(town.as('zhou'), once)).toEqual(done);
		expect(await mergeVillages(town.as('zhou'), once)).toEqual(done);
		expect(await merge()).toMatchObject(refused('unit-closed'));
		const again = { villageIds: [once.id, town.units.zhongba], name: '三河中村', onDate: '2026-03-01' };
		expect(await merge(again)).toEqual(done);
		expect(await villagesOn('2026-03-01')).toEqual(['三河中村', '桥头社区']);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('may keep the name of one of them, but takes no other’s', async () => {
		expect(await merge({ name: '中坝村' })).toMatchObject(refused('unit-name-taken'));
		expect(await merge({ name: '三星村' })).toEqual(done);
		expect(await villagesOn(onDate)).toEqual(['三星村', '中坝村', '桥头社区']);
	});

	test('is of two villages of a town, by its administrator, from a day that has come', async () => {
		expect(await merge({ villageIds: [town.units.sanxing, town.units.sanxing] })).toMatchObject(
			refused('villages-not-mergeable')
		);
		expect(await merge({ villageIds: [town.units.sanxing, town.units.sanxingGroup1] })).toMatchObject(
			refused('villages-not-mergeable')
		);
		expect(await merge({ onDate: '2026-03-03' })).toMatchObject(refused('date-in-future'));
		expect(await merge({ onDate: '2022-12-31' })).toMatchObject(refused('date-before-unit'));
		expect(await mergeVillages(town.as('liu'), command())).toMatchObject(refused('not-your-unit'));
	});

	test('is never changed', async () => {
		await merged();
		for (const change of ['update unit_successions set on_date = on_date', 'delete from unit_successions'])
			await expect(town.ctx.db.$client.execute(change)).rejects.toThrow('what a unit went into is never changed');
	});
});
