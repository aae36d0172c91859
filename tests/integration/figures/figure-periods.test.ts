import { describe, expect, it } from 'vitest';
import { monthBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds, rangePeriods, type ReportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { town, read, ledger, freshTown } from './figure-ledger';

freshTown();

describe('a part-year', () => {
	it('is compared with the same days of last year', async () => {
		await ledger.banquet('sanxing', '2023-03-02');
		await ledger.banquet('sanxing', '2023-03-03');
		await ledger.banquet('sanxing', '2024-03-02');
		await ledger.banquet('sanxing', '2024-03-03');
		expect(await read('banquets-held', { today: '2024-03-02' })).toEqual({ value: 1, previous: 1, changeRate: 0 });
		expect(await read('banquets-held', { today: '2024-12-31' })).toEqual({ value: 2, previous: 2, changeRate: 0 });
	});

	it('that ends on 29 February is compared up to 28 February', async () => {
		await ledger.banquet('sanxing', '2023-02-28');
		await ledger.banquet('sanxing', '2023-03-01');
		expect(await read('banquets-held', { today: '2024-02-29' })).toMatchObject({ value: 0, previous: 1 });
	});
});

describe('any period', () => {
	const held = async (periods: ReportingPeriods) => {
		await ledger.reportRest(2021, 2022, 2023, 2024);
		const readings = await readFigures(town.ctx, { scope: town.units.town, periods });
		const { value, previous } = readings.find(({ id }) => id === 'banquets-held')!;
		return { value, previous };
	};

	it('a month, a quarter or a range is counted by its days, against a year earlier or the one before', async () => {
		for (const on of ['2023-02-28', '2023-05-01', '2024-01-31', '2024-02-29', '2024-02-29', '2024-04-01'])
			await ledger.banquet('sanxing', on);
		const today = '2026-03-02';
		expect(await held(rangePeriods(monthBounds(2024, 2), today))).toEqual({ value: 2, previous: 1 });
		expect(await held(rangePeriods(monthBounds(2024, 2), today, 'period-before'))).toEqual({ value: 2, previous: 1 });
		expect(await held(rangePeriods(quarterBounds(2024, 2), today))).toEqual({ value: 1, previous: 1 });
		expect(await held(rangePeriods({ fromOn: '2024-02-01', toOn: '2024-04-01' }, today))).toEqual({
			value: 3,
			previous: 1
		});
	});

	it('longer than a year overlaps what it is compared with, and a record in both counts in both', async () => {
		await ledger.banquet('sanxing', '2022-06-01');
		await ledger.banquet('sanxing', '2023-06-01');
		await ledger.banquet('sanxing', '2024-06-01');
		const twoYears = { fromOn: '2023-01-01', toOn: '2024-12-31' };
		expect(await held(rangePeriods(twoYears, '2026-03-02'))).toEqual({ value: 2, previous: 2 });
	});
});
