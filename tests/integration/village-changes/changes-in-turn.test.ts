import { describe, expect, test } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { readCoverage } from '../../../src/lib/server/figures/coverage';
import { readKnown } from '../../../src/lib/server/figures/known-extent';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { listCoverage } from '../../../src/lib/server/db/figures/village-coverage';
import { mayActFor } from '../../../src/lib/server/people/rights';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { renameUnit } from '../../../src/lib/server/units/units';
import { mergeVillages } from '../../../src/lib/server/village-changes/merge-villages';
import { reportOneMonth } from '../rows/activity-rows';
import { putPledge } from '../rows/pledge-rows';
import { bad } from '../reviews/closing-town';
import { banquets, closeWell, freshTown, id, ledger, released } from '../releases/release-town';
import { column, heldIn, liuOf, rowsOf, splitUp, town, two } from './split-town';

freshTown();

const done = { ok: true };
const refused = (refusal: string) => ({ ok: false, refusal });

async function merge(villageIds: string[], onDate: string, name = '新并村') {
	const own = id();
	const command = { id: own, villageIds, kind: 'village' as const, name, onDate, note: '合并' };
	return { result: await mergeVillages(town.as('zhou'), command), own };
}

const sumOf = (unitId: string, year: number) =>
	column(
		`select records from figure_sums where scope_id = '${unitId}' and measure = 'banquets-held' and span = '${year}'`
	);

/** 三星村 is split in February 2026, and its eastern part merges with 河沙村 a year later. Out: the ids of both parts, and of the new village. */
async function splitThenMerged() {
	const [east, west] = await splitUp();
	town.clock.setDate('2027-03-02');
	const { result, own } = await merge([east, town.units.hesha], '2027-02-01', '东河村');
	expect(result).toEqual(done);
	return { east, west, own };
}

describe('a village that came of a split', () => {
	test('merges from the year after, with another village or with the rest of its own ground', async () => {
		const [east, west] = await splitUp();
		for (const other of [town.units.hesha, west])
			expect((await merge([east, other], '2026-03-01')).result).toMatchObject(refused('village-of-split'));
		town.clock.setDate('2027-03-02');
		expect((await merge([east, town.units.hesha], '2026-12-31')).result).toMatchObject(refused('village-of-split'));
		expect((await merge([east, west], '2027-01-01')).result).toEqual(done);
	});

	test('of the first day of a year merges within that year, whose tables have its own row', async () => {
		const [east] = await splitUp({ onDate: '2026-01-01' });
		expect((await merge([east, town.units.hesha], '2026-02-01')).result).toEqual(done);
		expect(await rowsOf(2026)).toEqual(['新并村', '西星村', '中坝村', '桥头社区']);
	});

	test('is one row a year of each ground, each banquet in one of them', async () => {
		await banquets('sanxing', '2026-01', 2);
		const { east, west, own } = await splitThenMerged();
		await heldIn(east, '2026-03-01', 1);
		await heldIn(own, '2027-02-10', 4);
		await heldIn(west, '2027-02-10', 3);
		await heldIn(east, '2027-01-10', 1);
		expect(await rowsOf(2026)).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(await rowsOf(2027)).toEqual(['东河村', '西星村', '中坝村', '桥头社区']);
		expect([await sumOf(town.units.sanxing, 2026), await sumOf(own, 2027), await sumOf(west, 2027)]).toEqual([
			[3],
			[5],
			[3]
		]);
		expect(await sumOf(town.units.town, 2027)).toEqual([8]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
		expect(await bad()).toEqual([]);
	});

	test('has one coverage with all that it shares ground with, each pledge once', async () => {
		for (const [unitId, households] of [
			[town.units.sanxing, 300],
			[town.units.hesha, 200]
		] as const)
			await setHouseholds(town.as('zhou'), { id: id(), unitId, fromOn: '2025-01-01', households });
		for (const unit of ['sanxing', 'sanxing', 'hesha'] as const) await ledger.pledge(unit, '2025-05-01');
		const { east, west, own } = await splitThenMerged();
		const signed = (unitId: string, on: string) =>
			putPledge({ ...town, units: { ...town.units, zhongba: unitId } }, 'zhongba', on);
		await signed(east, '2026-06-01');
		await signed(west, '2027-02-10');
		await signed(own, '2027-02-10');
		const coverage = await listCoverage(town.ctx.db, town.units.town, '2027-03-01');
		expect(coverage.map(({ name, pledged, registered }) => `${name} ${pledged} ${registered}`)).toEqual([
			...['三星村 + 东河村 6 500', '中坝村 0 null', '桥头社区 0 null']
		]);
	});

	test('reads what was of the village that was split, and is known from the split on', async () => {
		await ledger.reportRest(2025);
		const { own, west } = await splitThenMerged();
		for (const unit of ['sanxing', 'sanxingGroup1', 'hesha'] as const)
			expect(await mayActFor(liuOf(own), town.units[unit]), unit).toBe(true);
		expect(await mayActFor(liuOf(own), west)).toBe(false);
		expect(await mayActFor(liuOf(own), town.units.zhongba)).toBe(false);
		const held = getFigure('banquets-held');
		const known = await readKnown(town.ctx.db, {
			...{ scopes: [own], figures: [held], periods: [yearBounds(2025), yearBounds(2026)], today: '2027-03-02' }
		});
		expect(known(held.id, own, yearBounds(2025)).state).toBe('unknown');
		expect(known(held.id, own, yearBounds(2026)).from).toBe('2026-02');
	});

	test('owes the months of each village of its day', async () => {
		const { east } = await splitThenMerged();
		const monthsOf = async () => {
			const [coverage] = await readCoverage(town.ctx.db, {
				...{ scope: town.units.town, year: 2027, today: '2027-03-02', ledgers: ['banquet'] }
			});
			return coverage!.rows.find(({ name }) => name === '东河村')!.months.map(({ state }) => state);
		};
		await reportOneMonth(town, 'hesha', '2027-01');
		expect((await monthsOf())[0]).toBe('missing');
		await reportOneMonth({ ...town, units: { ...town.units, zhongba: east } }, 'zhongba', '2027-01');
		expect((await monthsOf()).slice(0, 3)).toEqual(['checked', 'missing', 'running']);
	});
});

describe('villages that change in turn', () => {
	test('renamed and then merged: each year has the name of its last day', async () => {
		const renamed = { id: id(), unitId: town.units.sanxing, name: '三星新村', renamedOn: '2025-07-01' };
		expect(await renameUnit(town.as('zhou'), renamed)).toEqual(done);
		const { result, own } = await merge([town.units.sanxing, town.units.hesha], '2026-02-01');
		expect(result).toEqual(done);
		expect(
			await renameUnit(town.as('zhou'), { id: id(), unitId: own, name: '三河村', renamedOn: '2026-03-01' })
		).toEqual(done);
		expect(await rowsOf(2024)).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(await rowsOf(2025)).toEqual(['三星新村', '河沙村', '中坝村', '桥头社区']);
		expect(await rowsOf(2026)).toEqual(['三河村', '中坝村', '桥头社区']);
	});

	test('merged and then split within a year: the year has the row of the whole ground', async () => {
		const { own } = await merge([town.units.sanxing, town.units.hesha], '2025-03-01');
		const [one] = await splitUp({ villageId: own, onDate: '2025-09-01', into: two('东一村', '东二村') });
		await heldIn(one, '2025-10-10', 1);
		await banquets('hesha', '2025-01', 1);
		expect(await rowsOf(2024)).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(await rowsOf(2025)).toEqual(['新并村', '中坝村', '桥头社区']);
		expect(await rowsOf(2026)).toEqual(['东一村', '东二村', '中坝村', '桥头社区']);
		expect(await sumOf(own, 2025)).toEqual([2]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('two mergers of one day are both done; a village that began that day merges from the next on', async () => {
		const one = await merge([town.units.sanxing, town.units.hesha], '2026-02-01', '甲并村');
		const other = await merge([town.units.zhongba, town.units.qiaotou], '2026-02-01', '乙并村');
		expect([one.result, other.result]).toEqual([done, done]);
		expect((await merge([one.own, other.own], '2026-02-01')).result).toMatchObject(refused('date-before-unit'));
		expect((await merge([one.own, other.own], '2026-02-02')).result).toEqual(done);
		expect(await rowsOf(2026)).toEqual(['新并村']);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('three villages merge in one act', async () => {
		const { result, own } = await merge([town.units.sanxing, town.units.hesha, town.units.zhongba], '2026-02-01');
		expect(result).toEqual(done);
		await banquets('zhongba', '2026-01', 1);
		expect(await sumOf(own, 2026)).toEqual([1]);
		expect(await rowsOf(2026)).toEqual(['新并村', '桥头社区']);
	});

	test('a merger in the year after a split: the published tables are of one ground each', async () => {
		town.clock.setDate('2026-08-02');
		for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
			for (const month of ['01', '04', '07', '10'])
				if (unit !== 'sanxing' || month < '07') await banquets(unit, `2026-${month}`, 6);
		const [east, west] = await splitUp({ onDate: '2026-07-01' });
		await heldIn(east, '2026-07-10', 6);
		await heldIn(west, '2026-10-10', 6);
		town.clock.setDate('2027-08-02');
		const { own } = await merge([east, town.units.hesha], '2027-07-01', '东河村');
		for (const month of ['01', '04', '07', '10']) {
			for (const unit of ['zhongba', 'qiaotou'] as const) await banquets(unit, `2027-${month}`, 6);
			await heldIn(month < '07' ? east : own, `2027-${month}-10`, 6);
			await heldIn(west, `2027-${month}-10`, 6);
		}
		town.clock.setDate('2028-02-02');
		await ledger.reportRest(2025, 2026, 2027);
		for (const year of ['2026', '2027']) await closeWell(year);
		const names = async (year: number) => [
			...new Set((await released(year)).find(({ kind }) => kind === 'villages')!.cells.map(({ name }) => name))
		];
		expect(await names(2026)).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(await names(2027)).toEqual(['东河村', '西星村', '中坝村', '桥头社区']);
		expect(await bad()).toEqual([]);
	});
});
