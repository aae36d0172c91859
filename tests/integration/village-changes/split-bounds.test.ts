import { describe, expect, test } from 'vitest';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { renameUnit } from '../../../src/lib/server/units/units';
import { mergeVillages } from '../../../src/lib/server/village-changes/merge-villages';
import { splitVillage } from '../../../src/lib/server/village-changes/split-village';
import { bad } from '../reviews/closing-town';
import { banquets, closeWell, freshTown, id, ledger, released } from '../releases/release-town';
import { column, command, heldIn, onDate, rowsOf, split, splitUp, town, two } from './split-town';

freshTown();

const done = { ok: true };
const refused = (refusal: string) => ({ ok: false, refusal });
const merge = (villageIds: string[], over = {}) =>
	mergeVillages(town.as('zhou'), {
		id: id(),
		villageIds,
		kind: 'village',
		name: '新并村',
		onDate,
		note: '合并',
		...over
	});
const printed = async (year: number) => {
	const { cells } = (await released(year)).find(({ kind }) => kind === 'villages')!;
	return [...new Set(cells.map(({ name }) => name))].map(
		(name) =>
			`${name}: ${cells
				.filter((cell) => cell.name === name)
				.map(({ value }) => value)
				.join(' ')}`
	);
};

describe('a split', () => {
	test('sent twice, is done once; two administrators at once do it once', async () => {
		const once = command();
		expect(await splitVillage(town.as('zhou'), once)).toEqual(done);
		expect(await splitVillage(town.as('zhou'), once)).toEqual(done);
		expect(await column('select count(*) from unit_splits')).toEqual([2]);
		const both = await Promise.all(
			['甲', '乙'].map((name) => split({ villageId: town.units.hesha, into: two(`${name}一村`, `${name}二村`) }))
		);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject(refused('unit-closed'));
		expect(await column('select count(*) from unit_splits')).toEqual([4]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('and a merger at once of the same village: one of them is done', async () => {
		const both = await Promise.all([split(), merge([town.units.sanxing, town.units.hesha])]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject(refused('unit-closed'));
	});

	test('is of a village of the administrator’s town, into two at least of different names, from a day that has come', async () => {
		expect(await split({ into: two('东星村', '西星村').slice(1), rest: 0 })).toMatchObject(
			refused('village-not-splittable')
		);
		expect(await split({ rest: 2 })).toMatchObject(refused('village-not-splittable'));
		expect(await split({ villageId: town.units.sanxingGroup1 })).toMatchObject(refused('village-not-splittable'));
		expect(await split({ villageId: town.units.town })).toMatchObject(refused('village-not-splittable'));
		expect(await split({ into: two('东星村', '东星村') })).toMatchObject(refused('village-names-alike'));
		expect(await split({ into: two('东星村', '河沙村') })).toMatchObject(refused('unit-name-taken'));
		expect(await split({ onDate: '2026-03-03' })).toMatchObject(refused('date-in-future'));
		expect(await split({ onDate: '2023-01-01' })).toMatchObject(refused('date-before-unit'));
		expect(await splitVillage(town.as('liu'), command())).toMatchObject(refused('not-your-unit'));
		expect(await column('select count(*) from unit_splits')).toEqual([0]);
	});

	test('keeps a hostile name as it is, and one of the new ones may keep the old name', async () => {
		const hostile = `<b>'); drop table units;--`;
		await splitUp({ into: two('三星村', hostile) });
		expect(
			await column(`select name from units where valid_from_on = '${onDate}' and kind = 'village' order by 1`)
		).toEqual([hostile, '三星村']);
	});

	test('of a day whose tables are published is refused', async () => {
		await ledger.reportRest(2025);
		await closeWell('2025');
		expect(await split({ onDate: '2024-08-01' })).toMatchObject(refused('year-is-closed'));
		expect(await merge([town.units.hesha, town.units.zhongba], { onDate: '2025-08-01' })).toMatchObject(
			refused('year-is-closed')
		);
		expect(await split()).toEqual(done);
	});

	test('of a village that was renamed and merged before counts its whole ground', async () => {
		const renamed = { id: id(), unitId: town.units.sanxing, name: '三星新村', renamedOn: '2025-07-01' };
		expect(await renameUnit(town.as('zhou'), renamed)).toEqual(done);
		await banquets('hesha', '2026-01', 2);
		const into = id();
		expect(await merge([town.units.sanxing, town.units.hesha], { id: into })).toEqual(done);
		const [one] = await splitUp({ villageId: into, onDate: '2026-03-01', into: two('东一村', '东二村') });
		await heldIn(one, '2026-03-02', 1);
		expect(
			await column(
				`select records from figure_sums where scope_id = '${into}' and measure = 'banquets-held' and span = '2026'`
			)
		).toEqual([3]);
		expect(await rowsOf(2025)).toEqual(['三星新村', '河沙村', '中坝村', '桥头社区']);
		expect(await rowsOf(2026)).toEqual(['新并村', '中坝村', '桥头社区']);
		expect(await rowsOf(2027)).toEqual(['东一村', '东二村', '中坝村', '桥头社区']);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('of a split is counted by both, and none of them merges in that year', async () => {
		const [east, west] = await splitUp();
		const [south] = await splitUp({ villageId: east, onDate: '2026-03-01', into: two('东一村', '东二村') });
		await heldIn(south, '2026-03-02', 1);
		for (const unit of [town.units.sanxing, east])
			expect(
				await column(
					`select records from figure_sums where scope_id = '${unit}' and measure = 'banquets-held' and grain = 'year'`
				)
			).toEqual([1]);
		expect(await rowsOf(2026)).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(await rowsOf(2027)).toEqual(['东一村', '东二村', '西星村', '河沙村', '中坝村', '桥头社区']);
		expect(await merge([west, town.units.hesha], { onDate: '2026-03-02' })).toMatchObject(refused('village-of-split'));
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('is one row of the year in which it was, and two of the next; what is verified holds', async () => {
		town.clock.setDate('2026-08-02');
		const months = ['01', '04', '07', '10'];
		for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const) {
			for (const month of months) await banquets(unit, `2025-${month}`, 6);
			for (const month of months) if (unit !== 'sanxing') await banquets(unit, `2026-${month}`, 6);
		}
		await banquets('sanxing', '2026-01', 6);
		await banquets('sanxing', '2026-04', 6);
		const [east, west] = await splitUp({ onDate: '2026-07-01' });
		await heldIn(east, '2026-07-10', 5);
		await heldIn(west, '2026-07-11', 1);
		await heldIn(west, '2026-10-11', 6);
		town.clock.setDate('2027-02-02');
		for (const year of [2025, 2026]) {
			await ledger.reportRest(year);
			await closeWell(String(year));
		}
		const even = ['河沙村: 6 6 6 6', '中坝村: 6 6 6 6', '桥头社区: 6 6 6 6'];
		expect(await printed(2025)).toEqual(['三星村: 6 6 6 6', ...even]);
		expect(await printed(2026), 'the one banquet of 西星村 in a quarter is not published').toEqual([
			'三星村: 6 6 6 6',
			...even
		]);
		expect(await bad()).toEqual([]);
		for (const month of months) {
			for (const unit of ['hesha', 'zhongba', 'qiaotou'] as const) await banquets(unit, `2027-${month}`, 8);
			await heldIn(east, `2027-${month}-10`, 5);
			await heldIn(west, `2027-${month}-10`, 3);
		}
		town.clock.setDate('2028-02-02');
		await ledger.reportRest(2027);
		await closeWell('2027');
		expect((await printed(2027)).slice(0, 2)).toEqual(['东星村: 10 10', '西星村: 6 6']);
	});

	test('ends the old village: a banquet of that day or later is of a new one', async () => {
		await splitUp();
		await expect(banquets('sanxing', '2026-02', 1)).rejects.toThrow();
		await expect(banquets('sanxing', '2027-01', 1)).rejects.toThrow();
		expect(
			await column(`select count(*) from figure_days where measure = 'banquets-held' and on_date > '2026-01-31'`)
		).toEqual([0]);
	});

	test('is never changed', async () => {
		await splitUp();
		for (const change of ['update unit_splits set on_date = on_date', 'delete from unit_splits'])
			await expect(town.ctx.db.$client.execute(change)).rejects.toThrow(
				'what a village was split into is never changed'
			);
	});
});
