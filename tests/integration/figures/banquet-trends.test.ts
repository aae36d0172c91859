import { describe, expect, it } from 'vitest';
import { gridGroups } from '../../../src/lib/server/db/schema/units/units';
import {
	readBanquetsByGrid,
	readBanquetsByVillage,
	readBanquetsByVillageAndMonth,
	readBanquetTrend
} from '../../../src/lib/server/figures/banquet-trends';
import { readDissuasionsByVillage } from '../../../src/lib/server/figures/trends';
import type { TestUnit } from '../cast';
import { times, ledger, town, query, freshTown } from './trend-ledger';

freshTown();

describe('banquets held by month', () => {
	it('has twelve months in order, with last year beside this year', async () => {
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		await times(9, () => ledger.banquet('hesha', '2023-02-28'));
		await times(3, () => ledger.banquet('hesha', '2024-12-31'));
		await ledger.reportMonths(2023, 2024);
		const { cells, total, previousTotal } = await readBanquetTrend(town.ctx.db, { ...query(), by: 'month' });
		expect(cells.map(({ key }) => key.slice(5)).join()).toBe('01,02,03,04,05,06,07,08,09,10,11,12');
		expect(cells[1]).toMatchObject({ value: 4, previous: 9, shown: 'exact' });
		expect(cells[11]).toMatchObject({ value: 3, previous: 0 });
		expect({ total, previousTotal }).toEqual({ total: 7, previousTotal: 9 });
	});

	it('never shows a month without a report as zero; one that every village checked is', async () => {
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		await times(9, () => ledger.banquet('hesha', '2023-02-28'));
		const read = async () => (await readBanquetTrend(town.ctx.db, { ...query(), by: 'month' })).cells[5];
		const readVillage = async () => (await readBanquetsByVillage(town.ctx.db, query())).cells[2];
		expect(await read()).toMatchObject({ value: null, shown: 'exact', previous: null });
		expect(await readVillage()).toMatchObject({ name: '中坝村', value: null, previous: null });
		await ledger.reportMonths(2024);
		expect(await read()).toMatchObject({ value: 0, previous: null });
		expect(await readVillage()).toMatchObject({ value: 0, previous: null });
	});

	it('withholds numbers under three, and another that would give one away', async () => {
		await times(8, () => ledger.banquet('sanxing', '2024-02-10'));
		await times(4, () => ledger.banquet('sanxing', '2024-03-10'));
		await ledger.banquet('sanxing', '2024-05-10');
		const { cells, total } = await readBanquetTrend(town.ctx.db, { ...query(), by: 'month' });
		expect(total).toBe(13);
		expect(cells[4]).toMatchObject({ value: null, shown: 'few' });
		expect(cells[2]).toMatchObject({ value: null, shown: 'hidden' });
		expect(cells[1]).toMatchObject({ value: 8, shown: 'exact' });
	});

	it("withholds last year's small numbers too", async () => {
		await times(5, () => ledger.banquet('sanxing', '2023-02-10'));
		await times(2, () => ledger.banquet('sanxing', '2023-03-10'));
		const { cells } = await readBanquetTrend(town.ctx.db, { ...query(), by: 'month' });
		expect(cells[2]).toMatchObject({ previous: null });
		expect(cells[2]!.previousShown).not.toBe('exact');
	});

	it('says nothing of months to come, and last year stops at the same day', async () => {
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		await times(5, () => ledger.banquet('sanxing', '2023-02-10'));
		await times(6, () => ledger.banquet('sanxing', '2023-02-20'));
		await times(7, () => ledger.banquet('sanxing', '2023-08-20'));
		const { cells, previousTotal } = await readBanquetTrend(town.ctx.db, { ...query(2024, '2024-02-15'), by: 'month' });
		expect(cells[1]).toMatchObject({ value: 4, previous: 5 });
		expect(cells[2]).toMatchObject({ value: null, previous: null, shown: 'exact' });
		expect(previousTotal).toBe(5);
	});

	it('shows no zeros for a year before the ledger was begun', async () => {
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		const { cells, previousTotal } = await readBanquetTrend(town.ctx.db, { ...query(), by: 'month' });
		expect(cells.every(({ previous }) => previous === null)).toBe(true);
		expect(previousTotal).toBeNull();
	});
});

describe('banquets held by village and occasion', () => {
	it('counts a group as its village, and lists a village without any', async () => {
		await times(3, () => ledger.banquet('sanxingGroup1', '2024-02-10'));
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		await ledger.reportMonths(2024);
		const { cells } = await readBanquetsByVillage(town.ctx.db, query());
		expect(cells.map(({ name, value }) => [name, value])).toEqual([
			['三星村', 7],
			['河沙村', 0],
			['中坝村', 0],
			['桥头社区', 0]
		]);
	});

	it('lists every occasion', async () => {
		await times(3, () => ledger.banquet('sanxing', '2024-02-10', 'held', 'funeral'));
		await times(3, () => ledger.banquet('sanxing', '2024-02-10', 'cancelled', 'funeral'));
		const { cells, total } = await readBanquetTrend(town.ctx.db, { ...query(), by: 'occasion' });
		expect(cells).toHaveLength(8);
		expect(cells.find(({ key }) => key === 'funeral')).toMatchObject({ value: 3 });
		expect(total).toBe(3);
	});
});

it('dissuasions by village count as the figure does', async () => {
	await times(4, () => ledger.dissuasion('hesha', '2024-05-01'));
	await ledger.dissuasion('hesha', '2024-05-01', { confirmed: false });
	await ledger.banquet('sanxing', '2023-01-01');
	await ledger.reportMonths(2023);
	const { cells, total } = await readDissuasionsByVillage(town.ctx.db, query());
	expect(cells.find(({ name }) => name === '河沙村')).toMatchObject({ value: 4, previous: 0 });
	expect(total).toBe(4);
});

describe('banquets by village and month', () => {
	it('tell no number under three, and none that a row or column of the table would give away', async () => {
		const plan = { sanxing: [1, 5, 9], hesha: [6, 7, 8], zhongba: [9, 9, 9], qiaotou: [4, 4, 4] } as const;
		for (const [unit, counts] of Object.entries(plan)) {
			for (const [at, count] of counts.entries()) {
				await times(count, () => ledger.banquet(unit as TestUnit, `2024-0${at + 1}-10`));
			}
		}
		await ledger.reportMonths(2024);
		const villages = await readBanquetsByVillageAndMonth(town.ctx.db, query());
		const shown = villages.map(({ months }) => months.cells.slice(0, 3).map(({ value }) => value));
		expect(shown[0]![0]).toBeNull();
		for (const line of [shown[0]!, shown.map((row) => row[0])]) {
			expect(line.filter((value) => value === null).length).toBeGreaterThanOrEqual(2);
		}
		expect(villages.map(({ name }) => name)).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(villages[2]!.months.cells[11]).toMatchObject({ value: 0, shown: 'exact' });
	});
});

describe('banquets by grid', () => {
	it('count a group in each of its grids, say what lies in none, and are never added up', async () => {
		const [one, two] = [await ledger.grid('sanxing', '2020-01-01'), await ledger.grid('sanxing', '2020-01-01')];
		for (const { id } of [one, two]) {
			await town.ctx.db.insert(gridGroups).values({ gridId: id, groupId: town.units.sanxingGroup1 });
		}
		await times(5, () => ledger.banquet('sanxingGroup1', '2024-02-10'));
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		const { cells, total } = await readBanquetsByGrid(town.ctx.db, query());
		expect(cells.map(({ key, value }) => [key, value])).toEqual([
			[one.id, 5],
			[two.id, 5],
			['', 4]
		]);
		expect(total).toBeNull();
	});

	it('know a grid only while it was in place', async () => {
		const old = await ledger.grid('sanxing', '2020-01-01', '2024-01-31');
		await town.ctx.db.insert(gridGroups).values({ gridId: old.id, groupId: town.units.sanxingGroup1 });
		await times(3, () => ledger.banquet('sanxingGroup1', '2024-01-10'));
		await times(4, () => ledger.banquet('sanxingGroup1', '2024-02-10'));
		const { cells } = await readBanquetsByGrid(town.ctx.db, query());
		expect(cells.map(({ key, value }) => [key, value])).toEqual([
			[old.id, 3],
			['', 4]
		]);
	});
});
