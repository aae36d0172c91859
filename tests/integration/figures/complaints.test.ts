import { describe, expect, it } from 'vitest';
import { rangePeriods, type ReportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import type { TestUnit } from '../cast';
import { ledger, read, times, town, freshTown } from './figure-ledger';

freshTown();

describe('complaints', () => {
	const monthsOf = (year: number, last = 12) =>
		Array.from({ length: last }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
	const checkedBy = async (unit: TestUnit, months: string[]) => {
		for (const zeroMonth of months) await ledger.activity('checked-zero', unit, `${zeroMonth}-28`, { zeroMonth });
	};

	it('are zero only when every month was checked', async () => {
		await checkedBy('town', monthsOf(2024, 11));
		expect(await read('complaints')).toMatchObject({ value: null });
		await checkedBy('town', ['2024-12']);
		expect(await read('complaints')).toEqual({ value: 0, previous: null, changeRate: null });
	});

	it('need no checked zero for a month that has a complaint', async () => {
		await checkedBy('town', monthsOf(2024, 11));
		await times(2, () => ledger.activity('complaint', 'sanxing', '2024-12-05'));
		expect(await read('complaints')).toMatchObject({ value: 2 });
	});

	it('of the town are not zero because one village found none, but are when all villages did', async () => {
		await checkedBy('sanxing', monthsOf(2024));
		expect(await read('complaints')).toMatchObject({ value: null });
		expect(await read('complaints', { unit: 'sanxing' })).toMatchObject({ value: 0 });
		for (const unit of ['hesha', 'zhongba', 'qiaotou'] as const) await checkedBy(unit, monthsOf(2024));
		expect(await read('complaints')).toMatchObject({ value: 0 });
	});

	it('of a village are zero when the town checked', async () => {
		await checkedBy('town', monthsOf(2024));
		expect(await read('complaints', { unit: 'hesha' })).toMatchObject({ value: 0 });
	});

	it('of a running year ask only for the months that are over', async () => {
		await checkedBy('town', monthsOf(2024, 2));
		expect(await read('complaints', { today: '2024-03-15' })).toMatchObject({ value: 0 });
		expect(await read('complaints', { today: '2024-03-31' })).toMatchObject({ value: null });
		expect(await read('complaints', { today: '2024-01-10' })).toMatchObject({ value: 0 });
	});
});

describe('complaints of any period', () => {
	const complaints = async (periods: ReportingPeriods) => {
		const readings = await readFigures(town.ctx, { scope: town.units.town, periods });
		return readings.find(({ id }) => id === 'complaints')!.value;
	};
	const check = (zeroMonth: string) => ledger.activity('checked-zero', 'town', `${zeroMonth}-28`, { zeroMonth });

	it('ask for the months of both years', async () => {
		await ledger.declareStart('2023-01-01');
		const winter = rangePeriods({ fromOn: '2023-12-01', toOn: '2024-01-31' }, '2026-03-02');
		await check('2024-01');
		expect(await complaints(winter)).toBeNull();
		await check('2023-12');
		expect(await complaints(winter)).toBe(0);
	});

	it('ask also for the month in which a range that is over ends', async () => {
		const range = { fromOn: '2024-01-10', toOn: '2024-02-10' };
		await check('2024-01');
		expect(await complaints(rangePeriods(range, '2026-03-02'))).toBeNull();
		expect(await complaints(rangePeriods({ ...range, toOn: '2024-02-29' }, '2024-02-10'))).toBe(0);
		await check('2024-02');
		expect(await complaints(rangePeriods(range, '2026-03-02'))).toBe(0);
	});
});
