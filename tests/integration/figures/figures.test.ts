import { describe, expect, it } from 'vitest';
import { figureIds } from '../../../src/lib/domain/figures/figure';
import { monthBounds } from '../../../src/lib/domain/calendar/calendar';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { eventCompletions } from '../../../src/lib/server/db/schema/events/events';
import {
	quarterBounds,
	rangePeriods,
	reportingPeriods,
	type ReportingPeriods
} from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { town, read, ledger, times, freshTown } from './figure-ledger';

freshTown();

describe('readFigures', () => {
	it('gives every figure once, in the order of the registry', async () => {
		const readings = await readFigures(town.ctx.db, {
			scope: town.units.town,
			periods: reportingPeriods(2024, '2026-03-02')
		});
		expect(readings.map(({ id }) => id)).toEqual(figureIds);
	});

	it('reads all figures of two years in one round trip', async () => {
		const { count } = await countRoundTrips(() =>
			readFigures(town.ctx.db, { scope: town.units.town, periods: reportingPeriods(2024, '2026-03-02') })
		);
		expect(count).toBe(1);
	});

	it('says "no data", not zero, for a year before the ledger was begun', async () => {
		expect(await read('banquets-held')).toEqual({ value: null, previous: null, changeRate: null });
		await ledger.banquet('sanxing', '2024-05-01');
		expect(await read('banquets-held')).toEqual({ value: 1, previous: null, changeRate: null });
		expect(await read('banquets-held', { year: 2025 })).toEqual({ value: 0, previous: 1, changeRate: -100 });
	});

	it('says "no data" for a year that has not begun', async () => {
		await ledger.banquet('sanxing', '2024-05-01');
		expect(await read('banquets-held', { year: 2027 })).toEqual({ value: null, previous: null, changeRate: null });
	});

	it('counts banquets held and reduced by the day they were held, not family meals, cancelled or open ones', async () => {
		await times(5, () => ledger.banquet('sanxing', '2023-02-01'));
		await ledger.banquet('sanxing', '2024-01-01');
		await ledger.banquet('sanxingGroup1', '2024-12-31', 'reduced');
		await ledger.banquet('hesha', '2024-06-01', 'family-meal');
		await ledger.banquet('hesha', '2024-06-02', 'cancelled');
		await ledger.banquet('hesha', '2024-06-03', null);
		expect(await read('banquets-held')).toEqual({ value: 2, previous: 5, changeRate: -60 });
	});

	it('counts a dissuasion only when a banquet without occasion was cancelled and a second person confirmed it', async () => {
		await ledger.dissuasion('sanxing', '2024-03-01');
		await ledger.dissuasion('sanxing', '2024-03-02', { confirmed: false });
		await ledger.dissuasion('sanxing', '2024-03-03', { outcome: 'reduced' });
		await ledger.dissuasion('sanxing', '2024-03-04', { occasion: 'wedding' });
		await ledger.dissuasion('sanxing', '2023-03-05');
		expect(await read('banquets-dissuaded')).toEqual({ value: 1, previous: 1, changeRate: 0 });
	});

	it('counts entries of the work ledger but not those struck out', async () => {
		await times(3, () => ledger.activity('villagers-meeting', 'hesha', '2024-04-01', { quantity: 40 }));
		await ledger.activity('villagers-meeting', 'hesha', '2024-04-01', { removed: true });
		await times(2, () => ledger.activity('villagers-meeting', 'sanxing', '2023-04-01'));
		expect(await read('villagers-meetings')).toEqual({ value: 3, previous: 2, changeRate: 50 });
	});

	it('adds up the quantities of displays', async () => {
		await ledger.activity('slogan', 'hesha', '2024-04-01', { quantity: 15 });
		await ledger.activity('slogan', 'sanxing', '2024-05-01', { quantity: 6 });
		await ledger.activity('defence-board', 'town', '2024-05-01', { quantity: 97 });
		expect(await read('slogans')).toMatchObject({ value: 21 });
		expect(await read('defence-boards')).toMatchObject({ value: 97 });
	});

	it('counts completed events by kind and topic', async () => {
		await ledger.event('lecture', 'sanxing', '2024-04-01', { topic: 'health' });
		await ledger.event('lecture', 'sanxing', '2024-04-02', { topic: 'micro-talk' });
		await ledger.event('lecture', 'sanxing', '2024-04-03', { topic: 'health', completed: false });
		await ledger.event('birthday-banquet', 'hesha', '2024-04-03');
		expect(await read('health-lectures')).toMatchObject({ value: 1 });
		expect(await read('micro-talks')).toMatchObject({ value: 1 });
		expect(await read('birthday-banquets')).toMatchObject({ value: 1 });
		expect(await read('arts-performances')).toMatchObject({ value: 0 });
	});

	it("puts an event into the year of the town's own midnight", async () => {
		await ledger.event('performance', 'town', '2024-01-01', { time: '00:00' });
		await ledger.event('performance', 'town', '2024-12-31', { time: '23:00' });
		await ledger.event('performance', 'town', '2023-12-31', { time: '23:59' });
		expect(await read('arts-performances')).toMatchObject({ value: 2, previous: 1 });
	});

	it('counts blood drives and disability check-ups together', async () => {
		await ledger.event('blood-drive', 'town', '2024-04-01');
		await times(2, () => ledger.activity('disability-check-up', 'town', '2024-04-01'));
		expect(await read('blood-and-checkups')).toMatchObject({ value: 3 });
	});

	it('adds up who came to completed lectures of every topic', async () => {
		await ledger.event('lecture', 'sanxing', '2024-04-01', { topic: 'health' });
		await ledger.event('lecture', 'hesha', '2024-04-02', { topic: 'ideological' });
		await ledger.event('lecture', 'hesha', '2024-04-03', { topic: 'health', completed: false });
		await ledger.event('performance', 'hesha', '2024-04-03');
		expect(await read('lecture-attendance')).toMatchObject({ value: 40, previous: null });
	});

	it('counts household pledges in force at the end of the year, and of these those signed in it', async () => {
		await times(2, () => ledger.pledge('sanxing', '2023-06-01'));
		await ledger.pledge('sanxing', '2023-06-01', { withdrawnOn: '2024-03-01' });
		await ledger.pledge('hesha', '2024-06-01');
		await ledger.pledge('hesha', '2024-06-01', { withdrawnOn: '2024-07-01' });
		await ledger.pledge('hesha', '2024-06-01', { audience: 'party-member' });
		expect(await read('pledges-in-force')).toEqual({ value: 3, previous: 3, changeRate: 0 });
		expect(await read('pledges-signed')).toEqual({ value: 1, previous: 3, changeRate: -66.7 });
		expect(await read('pledges-in-force', { unit: 'hesha' })).toMatchObject({ value: 1, previous: 0 });
		expect(await read('pledges-in-force', { year: 2022 })).toMatchObject({ value: null });
	});

	it('counts donations of completed drives by their results, and by the completion where there are none', async () => {
		const byResults = await ledger.event('blood-drive', 'town', '2024-04-01');
		await ledger.donation(byResults.id, true);
		await ledger.donation(byResults.id, false);
		const { db } = town.ctx;
		const { id } = await ledger.event('blood-drive', 'hesha', '2024-05-01', { completed: false });
		await db
			.insert(eventCompletions)
			.values({ eventId: id, attended: 20, donors: 8, millilitres: 2400, at: town.ctx.now() });
		await ledger.event('blood-drive', 'town', '2024-06-01', { completed: false });
		expect(await read('blood-donations')).toMatchObject({ value: 10 });
		expect(await read('blood-millilitres')).toMatchObject({ value: 3200 });
		expect(await read('first-time-donors')).toMatchObject({ value: 1 });
		expect(await read('repeat-donors')).toMatchObject({ value: 1 });
		expect(await read('blood-donations', { unit: 'hesha' })).toMatchObject({ value: 8 });
	});

	it('counts grids and their members in place at the end of the year', async () => {
		const grid = await ledger.grid('sanxing', '2023-01-01');
		await ledger.grid('town', '2023-01-01', '2024-06-30');
		await ledger.member(grid, 'full-time', '2023-03-01', '2024-02-01');
		await times(2, () => ledger.member(grid, 'full-time', '2024-02-01'));
		await ledger.member(grid, 'helper', '2025-01-01');
		expect(await read('grids')).toEqual({ value: 1, previous: 2, changeRate: -50 });
		expect(await read('grid-workers-full-time')).toEqual({ value: 2, previous: 1, changeRate: 100 });
		expect(await read('grid-helpers')).toEqual({ value: 0, previous: 0, changeRate: null });
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
		const readings = await readFigures(town.ctx.db, { scope: town.units.town, periods });
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
