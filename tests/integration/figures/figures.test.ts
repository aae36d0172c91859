import { describe, expect, it } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { town, read, ledger, freshTown } from './figure-ledger';

freshTown();

describe('readFigures', () => {
	it('gives every figure once, in the order of the registry', async () => {
		const readings = await readFigures(town.ctx, {
			scope: town.units.town,
			periods: reportingPeriods(2024, '2026-03-02')
		});
		expect(readings.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
	});

	it('reads all figures of two years in one round trip', async () => {
		// The frame of every page has read what the town counts.
		await town.ctx.registry();
		const { count } = await countRoundTrips(() =>
			readFigures(town.ctx, { scope: town.units.town, periods: reportingPeriods(2024, '2026-03-02') })
		);
		expect(count).toBe(1);
	});

	it('says "no data", not zero, for a year before the ledger was begun, and for one of which nothing was reported', async () => {
		const none = { value: null, previous: null, changeRate: null };
		expect(await read('banquets-held', { isReported: false })).toEqual(none);
		await ledger.banquet('sanxing', '2024-05-01');
		expect(await read('banquets-held', { isReported: false })).toEqual(none);
		await ledger.reportRest(2024);
		expect(await read('banquets-held', { isReported: false })).toEqual({ ...none, value: 1 });
		expect(await read('banquets-held', { year: 2025, isReported: false })).toEqual({ ...none, previous: 1 });
		await ledger.reportRest(2025);
		expect(await read('banquets-held', { year: 2025 })).toEqual({ value: 0, previous: 1, changeRate: -100 });
	});

	it('says "no data" for a year that has not begun', async () => {
		await ledger.banquet('sanxing', '2024-05-01');
		expect(await read('banquets-held', { year: 2027 })).toEqual({ value: null, previous: null, changeRate: null });
	});

	it("reads only what belongs to the scope's unit and those below it", async () => {
		await ledger.banquet('sanxingGroup1', '2024-05-01');
		await ledger.banquet('hesha', '2024-05-01');
		await ledger.activity('slogan', 'hesha', '2024-05-01', { quantity: 3 });
		await ledger.event('performance', 'hesha', '2024-05-01');
		expect(await read('banquets-held', { unit: 'sanxing' })).toMatchObject({ value: 1 });
		expect(await read('slogans', { unit: 'sanxing' })).toMatchObject({ value: 0 });
		expect(await read('arts-performances', { unit: 'sanxing' })).toMatchObject({ value: 0 });
		expect(await read('arts-performances', { unit: 'hesha' })).toMatchObject({ value: 1 });
	});
});
