import { describe, expect, it } from 'vitest';
import { readBanquetsByVillage, readBanquetTrend } from '../../../src/lib/server/figures/banquet-trends';
import { rangeQuery } from './trend-query';
import { town, ledger, times, freshTown } from './trend-ledger';

freshTown();

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

	it('of villages add up only months that are published', async () => {
		for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const) {
			for (const month of ['01', '02', '03', '04']) {
				await times(4, () => ledger.banquet(unit, `2024-${month}-10`));
			}
		}
		const published = await readBanquetsByVillage(town.ctx.db, part());
		expect(published.cells.map(({ value }) => value)).toEqual([12, 12, 12, 12]);
		await ledger.banquet('sanxing', '2024-06-10');
		await times(6, () => ledger.banquet('hesha', '2024-06-10'));
		const still = await readBanquetsByVillage(town.ctx.db, part());
		// June's small number takes one other month of its village with it, and the same of another village.
		expect(still.cells.filter(({ shown }) => shown === 'hidden').length).toBeLessThanOrEqual(2);
		const june = await readBanquetsByVillage(town.ctx.db, part({ fromOn: '2024-04-01', toOn: '2024-06-30' }));
		expect(june.cells[0]).toMatchObject({ name: '三星村', value: null, shown: 'hidden' });
	});
});
