import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { figures, type Figure, type FigureId } from '../../../src/lib/domain/figures/figure';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { knownExtent, readKnown } from '../../../src/lib/server/figures/known-extent';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { freshTown, ledger, times, town } from './figure-ledger';

freshTown();

const today = '2026-11-30';
const all = figures as readonly Figure[];
const extent = async (id: FigureId, year: number, unit: keyof typeof town.units = 'town') =>
	(await knownExtent(town.ctx.db, { scope: town.units[unit], period: yearBounds(year), figures: all, today })).get(id)!;
const readings = async (year: number) =>
	readFigures(town.ctx, { scope: town.units.town, periods: reportingPeriods(year, today) });

/** A year like 2024 of the town: every ledger has records, every village reported the rest. */
async function fill(year: number) {
	for (const unit of ['sanxing', 'hesha'] as const) {
		await ledger.banquet(unit, `${year}-01-10`);
		await ledger.activity('villagers-meeting', unit, `${year}-03-01`);
	}
	await ledger.activity('media-report', 'town', `${year}-02-01`);
	await ledger.event('performance', 'town', `${year}-02-01`);
	await ledger.reportRest(year);
}

describe('a year without any record', () => {
	it('is known of no figure that counts what happened, and nothing is compared with it', async () => {
		await fill(2023);
		await fill(2024);
		const lasting: FigureId[] = [
			'pledges-in-force',
			'grids',
			'grid-workers-full-time',
			'grid-workers-part-time',
			'grid-helpers'
		];
		for (const { id, value, changeRate } of await readings(2025))
			if (!lasting.includes(id)) expect({ id, value, changeRate }).toEqual({ id, value: null, changeRate: null });
		const after = await readings(2026);
		expect(after.every(({ previous, changeRate }) => previous === null && changeRate === null)).toBe(true);
		const before = (await readings(2024)).find(({ id }) => id === 'banquets-held')!;
		expect(before).toMatchObject({ value: 2, previous: 2, changeRate: 0, known: { state: 'known', units: 4 } });
	});

	it('does not become zero by one stray record of another village or kind', async () => {
		await fill(2024);
		await ledger.banquet('sanxing', '2025-03-05');
		const held = (await readings(2025)).find(({ id }) => id === 'banquets-held')!;
		expect(held).toMatchObject({ value: null, previous: 2, changeRate: null, part: null });
	});
});

describe('one mistyped year', () => {
	it.each(['2022-03-05', '1924-03-05', '2004-03-05'])(
		'(%s) turns no year into zero once the ledgers are declared',
		async (on) => {
			await fill(2024);
			await fill(2025);
			await ledger.declareStart('2024-01-01');
			await ledger.activity('media-report', 'town', on);
			await ledger.banquet('sanxing', on);
			await ledger.event('performance', 'town', on);
			for (const year of [1924, 2004, 2010, 2022, 2023])
				expect((await readings(year)).filter(({ value }) => value !== null)).toEqual([]);
			expect((await readings(2024)).find(({ id }) => id === 'media-reports')).toMatchObject({
				value: 1,
				previous: null
			});
		}
	);
});

describe('a year in which its ledger begins', () => {
	it('counts from then, without what is dated before, and no whole year is held against it', async () => {
		await ledger.declareStart('2023-05-01');
		await fill(2023);
		await fill(2024);
		for (const on of ['2023-05-05', '2023-05-06', '2023-06-05']) await ledger.activity('media-report', 'town', on);
		const media = async (year: number) => (await readings(year)).find(({ id }) => id === 'media-reports')!;
		expect(await media(2023)).toMatchObject({ value: 3, known: { state: 'known', from: '2023-05' } });
		expect(await media(2024)).toMatchObject({ value: 1, previous: null, changeRate: null });
		expect(await media(2024)).toMatchObject({ knownBefore: { state: 'known', from: '2023-05' } });
	});
});

describe('a running year', () => {
	it('known in part is given as its first months, against the same months', async () => {
		await fill(2025);
		await times(4, () => ledger.banquet('hesha', '2026-01-05'));
		await ledger.banquet('sanxing', '2026-02-05');
		await ledger.banquet('sanxing', '2026-05-05');
		for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
			for (const month of ['01', '02', ...(unit === 'sanxing' || unit === 'zhongba' ? ['03'] : [])])
				await ledger.reportMonth(unit, `2026-${month}`);
		const held = (await readings(2026)).find(({ id }) => id === 'banquets-held')!;
		expect(held).toMatchObject({
			value: null,
			changeRate: null,
			known: { state: 'part', to: '2026-02', due: '2026-11', units: 4, furthest: { month: '2026-03', units: 2 } },
			part: { toOn: '2026-02-28', value: 5, previous: 2, changeRate: 150 }
		});
	});
});

describe('knownExtent', () => {
	it('asks each unit for itself, in one round trip for any number of units and periods', async () => {
		await fill(2024);
		await ledger.activity('villagers-meeting', 'qiaotou', '2025-01-05');
		const periods = [2023, 2024, 2025].map(yearBounds);
		const scopes = [town.units.town, town.units.sanxing, town.units.qiaotou, town.units.sanxingGroup1];
		const { value: knownOf, count } = await countRoundTrips(() =>
			readKnown(town.ctx.db, { scopes, figures: all, periods, today })
		);
		expect(count).toBe(1);
		const states = scopes.map((scope) => periods.map((period) => knownOf('villagers-meetings', scope, period).state));
		expect(states).toEqual([
			['unknown', 'known', 'unknown'],
			['unknown', 'known', 'unknown'],
			['unknown', 'known', 'part'],
			// Of the group nothing is recorded in March, and its village checked no zero in a month with a meeting.
			['unknown', 'part', 'unknown']
		]);
	});

	it('takes a checked zero of the town for all its villages, and that of a village for its groups', async () => {
		for (let month = 1; month <= 12; month++)
			await ledger.reportMonth('town', `2024-${String(month).padStart(2, '0')}`);
		for (const unit of ['town', 'hesha', 'sanxingGroup1'] as const)
			expect((await extent('waste-sorting', 2024, unit)).state).toBe('known');
		expect((await extent('waste-sorting', 2025)).state).toBe('unknown');
	});
});
