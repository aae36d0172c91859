import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { readCoverageTrend } from '../../../src/lib/server/figures/coverage-trend';
import { villageRules } from '../../../src/lib/server/db/schema/banquets/banquets';
import { gridGroups, householdCounts } from '../../../src/lib/server/db/schema/units/units';
import { pledges, pledgeTexts } from '../../../src/lib/server/db/schema/pledges/pledges';
import { signups, signupWithdrawals } from '../../../src/lib/server/db/schema/signups/signups';
import { readForecast } from '../../../src/lib/server/figures/forecast';
import {
	readBanquetsByGrid,
	readBanquetsByVillage,
	readBanquetsByVillageAndMonth,
	readBanquetTrend,
	readDissuasionsByVillage,
	readSavedEstimate,
	readSignupTrend
} from '../../../src/lib/server/figures/trends';
import { ledgerOf } from '../ledgers/ledger-rows';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';
import { rangeQuery, yearQuery } from './trend-query';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;
const query = (year = 2024, today = '2026-03-02') => yearQuery(town.units.town, year, today);

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

async function times(count: number, make: () => Promise<unknown>) {
	for (let i = 0; i < count; i++) await make();
}

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

describe('sign-ups by month', () => {
	async function signUp(slotId: string, on: string, partySize: number, withdrawn = false) {
		const id = town.ctx.newId();
		const at = instantOf(on, '00:30');
		const rows = await town.ctx.db.select({ seq: signups.seq }).from(signups);
		await town.ctx.db.insert(signups).values({
			id,
			slotId,
			partySize,
			at,
			seq: rows.length + 1,
			rank: rows.length + 1,
			place: 'confirmed',
			granted: partySize,
			nameSealed: 'v1.x',
			phoneSealed: 'v1.x',
			phoneIndex: id,
			code: '000000'
		});
		if (withdrawn) await town.ctx.db.insert(signupWithdrawals).values({ signupId: id, at: at + 1 });
	}

	it('add up the people of every party that did not withdraw, in the month of the town in which they signed up', async () => {
		const { slotId } = await ledger.event('lecture', 'sanxing', '2024-06-01', { topic: 'health', completed: false });
		await signUp(slotId, '2024-03-01', 3);
		await signUp(slotId, '2024-03-31', 2);
		await signUp(slotId, '2024-03-15', 6, true);
		await signUp(slotId, '2024-04-01', 4);
		const { cells, total } = await readSignupTrend(town.ctx.db, query());
		expect(cells[2]).toMatchObject({ value: 5 });
		expect(cells[3]).toMatchObject({ value: 4 });
		expect(total).toBe(9);
	});
});

describe('pledge coverage', () => {
	async function pledge(unit: TestUnit, count: number, signedOn: string) {
		const textId = town.ctx.newId();
		const number = Number(signedOn.replaceAll('-', '')) + count;
		await town.ctx.db.insert(pledgeTexts).values({
			id: textId,
			audience: 'household',
			number,
			title: '承诺书',
			body: '婚事新办',
			effectiveOn: '2023-01-01',
			at: 0
		});
		await times(count, async () => {
			const id = town.ctx.newId();
			await town.ctx.db.insert(pledges).values({
				id,
				textId,
				audience: 'household',
				villageId: town.units[unit],
				signedOn,
				at: 0,
				nameSealed: 'v1.x',
				phoneSealed: 'v1.x',
				phoneIndex: id,
				code: '000000'
			});
		});
	}
	const register = (unit: TestUnit, households: number) =>
		town.ctx.db.insert(householdCounts).values({ unitId: town.units[unit], fromOn: '2023-01-01', households, at: 0 });

	it('is the percentage of registered households, of a village and of all, at the end of each year', async () => {
		await register('sanxing', 8);
		await register('hesha', 12);
		await pledge('sanxing', 4, '2023-06-01');
		await pledge('sanxing', 3, '2024-06-01');
		await pledge('hesha', 5, '2024-06-02');
		const { cells, total, previousTotal } = await readCoverageTrend(town.ctx.db, query());
		expect(cells[0]).toMatchObject({ name: '三星村', value: 87.5, previous: 50 });
		expect(cells[1]).toMatchObject({ value: 41.7, previous: 0 });
		expect(cells[2]).toMatchObject({ value: null, shown: 'exact' });
		expect({ total, previousTotal }).toEqual({ total: 60, previousTotal: 20 });
	});

	it('is withheld where few households have pledged', async () => {
		await register('sanxing', 8);
		await register('hesha', 12);
		await pledge('sanxing', 1, '2024-06-01');
		await pledge('hesha', 5, '2024-06-02');
		const { cells } = await readCoverageTrend(town.ctx.db, query());
		expect(cells[0]).toMatchObject({ value: null, shown: 'few' });
	});
});

describe('the estimate of what was saved', () => {
	const rule = (unit: TestUnit, fromOn: string, pricePerTable: number) =>
		town.ctx.db.insert(villageRules).values({
			unitId: town.units[unit],
			fromOn,
			noticeDays: 10,
			tablesPerMeal: 20,
			pricePerTable,
			at: 0
		});

	it('adds up the tables not held × the price of the village on the day of filing', async () => {
		await rule('town', '2023-01-01', 400);
		await rule('sanxing', '2023-01-01', 600);
		await rule('sanxing', '2024-07-01', 900);
		await ledger.banquet('sanxingGroup1', '2024-05-01', 'reduced');
		await ledger.banquet('sanxing', '2024-08-01', 'reduced');
		await ledger.banquet('hesha', '2024-08-01', 'cancelled');
		await ledger.banquet('hesha', '2024-08-02', null);
		await ledger.banquet('hesha', '2023-08-02', 'cancelled');
		expect(await readSavedEstimate(town.ctx.db, query())).toEqual({
			tables: 5 + 5 + 10,
			yuan: 5 * 600 + 5 * 900 + 10 * 400,
			leastPrice: 400,
			mostPrice: 900
		});
	});

	it('is none without a price, or when nothing was saved', async () => {
		await ledger.banquet('hesha', '2024-08-01', 'cancelled');
		expect(await readSavedEstimate(town.ctx.db, query())).toBeNull();
	});
});

describe('parts of a year', () => {
	const quarter = { fromOn: '2024-01-01', toOn: '2024-03-31' };
	const part = (range = quarter, comparison?: 'period-before') =>
		rangeQuery(town.units.town, range, '2026-03-02', comparison);

	it('have their own months, with the same months a year earlier or those just before', async () => {
		await times(5, () => ledger.banquet('sanxing', '2024-02-10'));
		await times(4, () => ledger.banquet('sanxing', '2023-02-10'));
		await times(6, () => ledger.banquet('sanxing', '2023-11-10'));
		const year = await readBanquetTrend(town.ctx.db, { ...part(), by: 'month' });
		expect(year.cells.map(({ key }) => key)).toEqual(['2024-01', '2024-02', '2024-03']);
		expect(year.cells[1]).toMatchObject({ value: 5, previous: 4 });
		const before = await readBanquetTrend(town.ctx.db, { ...part(quarter, 'period-before'), by: 'month' });
		expect(before.cells[1]).toMatchObject({ value: 5, previous: 6 });
		expect(before).toMatchObject({ total: 5, previousTotal: 6 });
	});

	it('may run over the turn of the year', async () => {
		await times(4, () => ledger.banquet('sanxing', '2023-12-30'));
		await times(5, () => ledger.banquet('sanxing', '2024-01-02'));
		const range = { fromOn: '2023-12-01', toOn: '2024-01-31' };
		const { cells, total } = await readBanquetTrend(town.ctx.db, { ...part(range), by: 'month' });
		expect(cells.map(({ key, value }) => [key, value])).toEqual([
			['2023-12', 4],
			['2024-01', 5]
		]);
		expect(total).toBe(9);
	});

	it("withhold a month that the year withholds, and with it their total, so that no two parts' difference tells it", async () => {
		await times(8, () => ledger.banquet('sanxing', '2024-01-10'));
		await times(5, () => ledger.banquet('sanxing', '2024-02-10'));
		await ledger.banquet('sanxing', '2024-03-10');
		const months = await readBanquetTrend(town.ctx.db, { ...part(), by: 'month' });
		expect(months.total).toBeNull();
		expect(months.cells[2]).toMatchObject({ value: null, shown: 'few' });
		const two = await readBanquetTrend(town.ctx.db, {
			...part({ fromOn: '2024-01-01', toOn: '2024-01-31' }),
			by: 'month'
		});
		expect(two.total).toBe(8);
	});

	it('of villages add up only months that are told', async () => {
		for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const) {
			for (const month of ['01', '02', '03', '04']) {
				await times(4, () => ledger.banquet(unit, `2024-${month}-10`));
			}
		}
		const told = await readBanquetsByVillage(town.ctx.db, part());
		expect(told.cells.map(({ value }) => value)).toEqual([12, 12, 12, 12]);
		await ledger.banquet('sanxing', '2024-06-10');
		await times(6, () => ledger.banquet('hesha', '2024-06-10'));
		const still = await readBanquetsByVillage(town.ctx.db, part());
		// June's small number takes one other month of its village with it, and the same of another village.
		expect(still.cells.filter(({ shown }) => shown === 'hidden').length).toBeLessThanOrEqual(2);
		const june = await readBanquetsByVillage(town.ctx.db, part({ fromOn: '2024-04-01', toOn: '2024-06-30' }));
		expect(june.cells[0]).toMatchObject({ name: '三星村', value: null, shown: 'hidden' });
	});
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

describe('the estimate of the year-end', () => {
	it('rests on the same days of the earlier whole years, and says which', async () => {
		for (const year of [2024, 2025]) {
			await times(20, () => ledger.banquet('sanxing', `${year}-01-15`));
			await times(20, () => ledger.banquet('hesha', `${year}-09-15`));
		}
		await times(12, () => ledger.banquet('sanxing', '2026-02-01'));
		await times(9, () => ledger.banquet('sanxing', '2026-07-02'));
		const found = await readForecast(town.ctx.db, { scope: town.units.town, today: '2026-07-01' });
		expect(found).toMatchObject({ ok: true, counted: 12, years: [2025, 2024], forecast: { likely: 24 } });
	});

	it('is none where the ledger has fewer than two whole years', async () => {
		await times(5, () => ledger.banquet('sanxing', '2024-06-15'));
		await times(20, () => ledger.banquet('sanxing', '2025-01-15'));
		await times(12, () => ledger.banquet('sanxing', '2026-02-01'));
		expect(await readForecast(town.ctx.db, { scope: town.units.town, today: '2026-07-01' })).toMatchObject({
			ok: false,
			why: 'no-years',
			years: [2025]
		});
	});
});
