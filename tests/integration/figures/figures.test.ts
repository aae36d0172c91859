import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { figureIds, figures, type FigureId, type FigureSource } from '../../../src/lib/domain/figures/figure';
import { monthBounds, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { listFigureRecords, type FigureRecord } from '../../../src/lib/server/db/figures/figure-records';
import { eventCompletions } from '../../../src/lib/server/db/schema/events/events';
import type { Cursor } from '../../../src/lib/server/db/keyset';
import { banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import {
	quarterBounds,
	rangePeriods,
	reportingPeriods,
	type ReportingPeriods
} from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { ledgerOf } from '../ledgers/ledger-rows';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

async function read(id: FigureId, { unit = 'town' as TestUnit, year = 2024, today = '2026-03-02' } = {}) {
	const readings = await readFigures(town.ctx.db, { scope: town.units[unit], periods: reportingPeriods(year, today) });
	const { value, previous, changeRate } = readings.find((reading) => reading.id === id)!;
	return { value, previous, changeRate };
}

async function times(count: number, make: () => Promise<unknown>) {
	for (let i = 0; i < count; i++) await make();
}

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
		const readings = await readFigures(town.ctx.db, { scope: town.units.town, periods });
		return readings.find(({ id }) => id === 'complaints')!.value;
	};
	const check = (zeroMonth: string) => ledger.activity('checked-zero', 'town', `${zeroMonth}-28`, { zeroMonth });

	it('ask for the months of both years', async () => {
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

describe('the records behind a figure', () => {
	const list = (source: FigureSource, unit: TestUnit = 'town', cursor?: Cursor) =>
		listFigureRecords(town.ctx.db, town.units[unit], source, yearBounds(2024), cursor);

	/** Three records that count, and some that do not. */
	async function fill(source: FigureSource) {
		switch (source.from) {
			case 'banquets-held':
				for (const outcome of ['held', 'reduced', 'held', 'family-meal', 'cancelled'] as const)
					await ledger.banquet('sanxing', '2024-05-01', outcome);
				return ledger.banquet('sanxing', '2025-01-01');
			case 'banquets-declared':
				for (const outcome of ['held', 'cancelled', null] as const)
					await ledger.banquet('sanxing', '2024-05-01', outcome);
				await town.ctx.db
					.update(banquets)
					.set({ origin: 'found' })
					.where(eq(banquets.id, await ledger.banquet('sanxing', '2024-05-01')));
				return ledger.banquet('sanxing', '2025-01-01');
			case 'banquets-dissuaded':
				await times(3, () => ledger.dissuasion('sanxing', '2024-05-01'));
				return ledger.dissuasion('sanxing', '2024-05-01', { confirmed: false });
			case 'activities':
				await times(3, () => ledger.activity(source.kinds[0]!, 'sanxing', '2024-05-01', { quantity: 4 }));
				return ledger.activity(source.kinds[0]!, 'sanxing', '2024-05-01', { removed: true });
			case 'events':
				await times(3, () =>
					ledger.event(source.kind, 'sanxing', '2024-12-31', { topic: source.topic, time: '23:00' })
				);
				await ledger.event('meeting', 'sanxing', '2024-05-01');
				return ledger.event(source.kind, 'sanxing', '2024-05-01', { topic: source.topic, completed: false });
			case 'lecture-attendance':
				await times(3, () => ledger.event('lecture', 'sanxing', '2024-12-31', { topic: 'micro-talk', time: '23:00' }));
				await ledger.event('performance', 'sanxing', '2024-05-01');
				return ledger.event('lecture', 'sanxing', '2024-05-01', { topic: 'health', completed: false });
			case 'pledges-in-force':
			case 'pledges-signed':
				await times(3, () => ledger.pledge('sanxing', '2024-12-31', { withdrawnOn: '2025-01-01' }));
				await ledger.pledge('sanxing', '2024-05-01', { withdrawnOn: '2024-12-31' });
				await ledger.pledge('sanxing', '2024-05-01', { audience: 'party-member' });
				return ledger.pledge('sanxing', '2025-01-01');
			case 'complaints':
				for (let month = 1; month <= 12; month++) {
					if (month === 5) continue;
					const zeroMonth = `2024-${String(month).padStart(2, '0')}`;
					await ledger.activity('checked-zero', 'sanxing', `${zeroMonth}-28`, { zeroMonth });
				}
				return times(3, () => ledger.activity('complaint', 'sanxing', '2024-05-01'));
			case 'blood-and-checkups':
				await ledger.event('blood-drive', 'sanxing', '2024-05-01');
				return times(2, () => ledger.activity('disability-check-up', 'sanxing', '2024-05-02'));
			case 'birthday-guests':
				await times(3, () => ledger.birthdayGuest('sanxing', '2024-05-01', source.result));
				await ledger.birthdayGuest('sanxing', '2024-05-01', source.result, false);
				return ledger.birthdayGuest('sanxing', '2024-05-01', 'absent');
			case 'donations': {
				const drive = async (isFirst: boolean, completed = true) => {
					const { id } = await ledger.event('blood-drive', 'sanxing', '2024-05-01', { completed });
					await ledger.donation(id, isFirst);
				};
				await times(3, () => drive(source.counts === 'firstTime'));
				await ledger.event('blood-drive', 'sanxing', '2024-05-02');
				return drive(source.counts === 'firstTime', false);
			}
			case 'grids':
				await times(3, () => ledger.grid('sanxing', '2024-01-01'));
				return ledger.grid('sanxing', '2024-01-01', '2024-06-01');
			case 'grid-members': {
				const grid = await ledger.grid('sanxing', '2024-01-01');
				return times(3, () => ledger.member(grid, source.role, '2024-01-01'));
			}
		}
	}

	it.each(figures.map(({ id, source }) => ({ id, source: source as FigureSource })))(
		'add up to the figure: $id',
		async ({ id, source }) => {
			await fill(source);
			const { rows, recordCount, total } = await list(source);
			const isQuantity = source.from === 'activities' && source.counts === 'quantity';
			const isVolume = source.from === 'donations' && source.counts === 'millilitres';
			expect(total).toBe(isQuantity ? 12 : isVolume ? 1200 : source.from === 'lecture-attendance' ? 60 : 3);
			const scope = source.from === 'complaints' ? 'sanxing' : 'town';
			expect(await read(id, { unit: scope })).toMatchObject({ value: total });
			expect(rows).toHaveLength(recordCount);
			expect(recordCount).toBe(source.from === 'complaints' ? 14 : 3);
			expect(rows.reduce((sum, { counts }) => sum + counts, 0)).toBe(total);
			expect((await list(source, 'hesha')).rows).toEqual([]);
		}
	);

	it('come in pages of fifty, the newest first, each record once', async () => {
		await times(60, () => ledger.activity('slogan', 'sanxing', '2024-05-01'));
		await times(60, () => ledger.activity('slogan', 'sanxing', '2024-06-01'));
		const source: FigureSource = { from: 'activities', kinds: ['slogan'], counts: 'quantity' };
		const seen: FigureRecord[] = [];
		const pages: FigureRecord[][] = [];
		const keyOf = ({ on, id }: FigureRecord) => ({ key: on, id });
		for (let cursor: Cursor | undefined; ;) {
			const { rows, hasBelow, total } = await list(source, 'town', cursor);
			expect(total).toBe(120);
			pages.push(rows);
			seen.push(...rows);
			if (!hasBelow) break;
			cursor = { below: keyOf(rows.at(-1)!) };
		}
		expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(new Set(seen.map(({ id }) => id)).size).toBe(120);
		expect(seen[0]!.on).toBe('2024-06-01');
		expect(seen.at(-1)!.on).toBe('2024-05-01');
		const back = await list(source, 'town', { above: keyOf(pages[1]![0]!) });
		expect(back.rows).toEqual(pages[0]);
		expect(back.hasAbove).toBe(false);
	});

	it('of a dissuasion lead to its banquet, in the village of the household', async () => {
		const { banquetId } = await ledger.dissuasion('sanxing', '2024-05-01');
		const { rows } = await list({ from: 'banquets-dissuaded' });
		expect(rows[0]).toMatchObject({ type: 'dissuasion', subjectId: banquetId, unitName: '三星村', on: '2024-05-01' });
	});
});
