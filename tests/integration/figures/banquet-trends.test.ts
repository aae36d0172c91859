import { describe, expect, it } from 'vitest';
import { readBanquetsByVillage, readBanquetTrend } from '../../../src/lib/server/figures/banquet-trends';
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
