import { describe, expect, it } from 'vitest';
import { monthBounds, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds, type Period } from '../../../src/lib/domain/calendar/reporting-period';
import { getFigure, type BuiltInFigureId } from '../../../src/lib/domain/figures/figure';
import { ledgerNames, type LedgerName } from '../../../src/lib/domain/figures/ledger';
import {
	coverageGapOf,
	gapOf,
	isAnyBegun,
	isNeverClosed,
	missingShown,
	partsGapOf,
	villageGapOf,
	type Gap
} from '../../../src/lib/domain/releases/gap';
import { publishedOf } from '../../../src/lib/domain/releases/published';
import type { Release } from '../../../src/lib/domain/releases/release';

const ofLedgers = <Value>(value: Value) =>
	Object.fromEntries(ledgerNames.map((ledger) => [ledger, value])) as Record<LedgerName, Value>;
/** Each ledger is kept from a day on, with records in these years. */
const startsOn = (on: string | null, years: readonly number[] = [2023, 2024]) => ({
	...ofLedgers(on),
	years: ofLedgers(years)
});
/** Days on which every period of these tests is over, and none. */
const [allOver, noneOver] = ['2030-01-01', '2000-01-01'];
const nothing = { withdrawn: [], replaced: [], mergers: [], splits: [] };
const of = (figure: 'elders-hosted' | 'blood-donations', kind: 'year' | 'line', span: Period): Release => ({
	...{ figure, kind, year: 2024, cells: [{ key: '', value: 32 }] },
	...span
});

describe('why a figure has no number', () => {
	const released = [of('elders-hosted', 'year', yearBounds(2024)), of('elders-hosted', 'line', quarterBounds(2024, 1))];
	const gap = (range: Period, over: { isOpen?: boolean; start?: string | null; withdrawn?: boolean } = {}) =>
		gapOf(getFigure('elders-hosted'), {
			range,
			today: over.isOpen ? allOver : noneOver,
			starts: startsOn(over.start === undefined ? '2023-01-01' : over.start),
			published: publishedOf({
				releases: over.withdrawn ? [] : released,
				withdrawn: over.withdrawn ? released.map(({ cells: _, ...one }) => ({ ...one, reason: '' })) : [],
				...{ replaced: [], closed: [], mergers: [], splits: [] }
			})
		});

	it('is that it is published of longer spans, where its year is published and the period cuts one of them', () => {
		const twoMonths = { fromOn: '2024-01-01', toOn: monthBounds(2024, 2).toOn };
		expect(gap(twoMonths)).toBe('coarser');
		expect(gap(quarterBounds(2024, 1))).toBeNull();
		expect(gap(yearBounds(2024))).toBeNull();
	});

	it('is that the ledger had not begun, was never closed, was taken back, or is not there yet', () => {
		expect(gap(yearBounds(2022))).toBe('not-begun');
		expect(gap(yearBounds(2024), { start: null })).toBe('not-begun');
		expect(gap(yearBounds(2022), { isOpen: true }), 'before the ledger nothing is to be closed').toBe('not-begun');
		expect(gap(yearBounds(2023), { isOpen: true })).toBe('not-closed');
		expect(gap(yearBounds(2024), { withdrawn: true })).toBe('withdrawn');
		expect(gap(quarterBounds(2024, 1), { withdrawn: true })).toBe('withdrawn');
		expect(gap(quarterBounds(2024, 2), { withdrawn: true }), 'it never was published').toBe('coarser');
		expect(gap(monthBounds(2025, 3))).toBe('not-yet');
	});

	it('is that it is not there yet, where the period goes on after the year that is published', () => {
		expect(gap({ fromOn: '2024-12-01', toOn: '2025-02-28' })).toBe('not-yet');
	});
});

describe('a figure that is published of whole years alone', () => {
	const gap = (range: Period, closed: Period[] = [], id: 'blood-donations' | 'elders-hosted' = 'blood-donations') =>
		gapOf(getFigure(id), {
			...{ range, today: noneOver, starts: startsOn('2023-01-01') },
			published: publishedOf({ ...nothing, releases: [of('blood-donations', 'year', yearBounds(2024))], closed })
		});

	it('waits for the closing of the year, not for that of a month', () => {
		for (const range of [yearBounds(2025), monthBounds(2025, 3), { fromOn: '2024-07-01', toOn: '2025-06-30' }])
			expect(gap(range)).toBe('year-only');
		expect(gap(monthBounds(2025, 3), [], 'elders-hosted'), 'another has its line').toBe('not-yet');
		expect(gap(monthBounds(2024, 3), [yearBounds(2024)]), 'it is published of the year').toBe('coarser');
		expect(gap(yearBounds(2023), [yearBounds(2023)]), 'closed, with an event that is not settled').toBe('not-yet');
	});
});

describe('a ledger without a record', () => {
	const gap = (id: BuiltInFigureId, range: Period, { years = [] as number[], closed = [] as Period[] } = {}) =>
		gapOf(getFigure(id), {
			...{ range, today: noneOver, starts: startsOn('2024-01-01', years) },
			published: publishedOf({ ...nothing, releases: [], closed })
		});
	const closed = [yearBounds(2025)];
	const { fromOn } = yearBounds(2025);

	it('says so of a closed year in which it has none, and of any time where it never had one', () => {
		for (const id of ['pledges-in-force', 'pledges-signed', 'blood-donations', 'elders-hosted', 'warnings'] as const) {
			expect(gap(id, yearBounds(2025), { closed }), id).toBe('no-record');
			expect(gap(id, yearBounds(2026)), id).toBe('no-record');
		}
		expect(gap('banquets-held', { fromOn, toOn: '2026-06-30' })).toBe('no-record');
		expect(gap('disputes-received', yearBounds(2026))).toBe('no-record');
		expect(gap('blood-donations', yearBounds(2025), { closed, years: [2024, 2026] }), 'other years have').toBe(
			'no-record'
		);
	});

	it('is another thing where it has one: of what lasts also from a year before', () => {
		expect(gap('blood-donations', yearBounds(2025), { closed, years: [2025] })).toBe('not-yet');
		expect(gap('pledges-in-force', yearBounds(2025), { closed, years: [2024] })).toBe('not-yet');
		expect(gap('pledges-in-force', yearBounds(2025), { closed, years: [2026] })).toBe('no-record');
		expect(gap('blood-donations', yearBounds(2026), { years: [2024] })).toBe('year-only');
		expect(gap('banquets-held', yearBounds(2026), { years: [2024] })).toBe('not-yet');
	});

	it('is not all that villages report: a year that is closed may lack their zeros, and other records have no ledger of their own', () => {
		expect(gap('banquets-held', yearBounds(2025), { closed })).toBe('unreported');
		expect(gap('banquets-dissuaded', yearBounds(2026))).toBe('year-only');
		expect(gap('complaints', yearBounds(2026))).toBe('year-only');
	});
});

it('a missing number reads as not published yet, as never published, as taken back, or as no data', () => {
	expect(missingShown(null), 'too small').toBe('withheld');
	const shown = {
		unpublished: ['not-yet', 'year-only', 'unreported', 'not-closed'],
		withheld: ['coarser', 'year-alone']
	};
	for (const [is, gaps] of Object.entries(shown))
		for (const gap of gaps) expect(missingShown(gap as Gap), gap).toBe(is);
	expect(missingShown('withdrawn')).toBe('withdrawn');
	for (const gap of ['not-begun', 'no-record'] as const) expect(missingShown(gap), gap).toBe('exact');
});

it('a whole year that is over and has a month that is not closed was never closed', () => {
	const published = publishedOf({ ...nothing, releases: [], closed: [yearBounds(2024)] });
	const isOpen = (range: Period, today: string) => isNeverClosed(range, { today, published });
	expect(isOpen(yearBounds(2025), '2026-01-01')).toBe(true);
	expect(isOpen(yearBounds(2025), '2025-12-31'), 'its last day is not over').toBe(false);
	expect(isOpen(yearBounds(2024), '2026-01-01')).toBe(false);
	expect(isOpen(quarterBounds(2025, 1), '2026-01-01')).toBe(false);
});

describe('a year that was taken back and is published again as one number', () => {
	const year = yearBounds(2024);
	const held = (kind: 'year' | 'line', span: Period): Release => ({
		...{ figure: 'banquets-held', kind, year: Number(span.fromOn.slice(0, 4)), cells: [{ key: '', value: 162 }] },
		...span
	});
	const asked = (range: Period, releases: Release[], figure = 'banquets-held', ofYear = 2024) => ({
		...{ range, starts: startsOn('2023-01-01'), today: noneOver },
		published: publishedOf({
			...{ releases, withdrawn: [], replaced: [], mergers: [], splits: [] },
			again: [{ figure, year: ofYear, withdrawnAt: 1, at: 2, reason: '', withdrawnFor: '' }],
			closed: [year]
		})
	});
	const figure = getFigure('banquets-held');
	const alone = [held('year', year), held('line', quarterBounds(2023, 1))];

	it('says so wherever its parts are looked for, and of the year itself says nothing', () => {
		expect(partsGapOf(figure, asked(year, alone))).toBe('year-alone');
		expect(villageGapOf(figure, asked(year, alone))).toBe('year-alone');
		expect(gapOf(figure, asked(quarterBounds(2024, 1), alone))).toBe('year-alone');
		expect(villageGapOf(figure, asked(quarterBounds(2024, 1), alone))).toBe('year-alone');
		expect(gapOf(figure, asked(year, alone))).toBeNull();
	});

	it('is another where it has parts, is not there yet, or another year or figure was taken back', () => {
		for (const one of [
			asked(year, [...alone, held('line', quarterBounds(2024, 1))]),
			asked(year, [held('line', quarterBounds(2023, 1))]),
			asked(year, alone, 'elders-hosted'),
			asked(year, alone, 'banquets-held', 2023)
		])
			expect(partsGapOf(figure, one)).toBeNull();
		const declared: Release = { ...held('year', year), figure: 'banquets-declared' };
		expect(
			gapOf(getFigure('banquets-declared'), asked(quarterBounds(2024, 1), [declared], 'banquets-declared')),
			'a figure that is published by years alone'
		).toBe('coarser');
	});
});

describe('why a closed year has no number by village, or of coverage', () => {
	const quarter = (nth: number) => ({ key: 'a', name: 'a', ...quarterBounds(2024, nth), value: 14 });
	const year = yearBounds(2024);
	const whole: Release = {
		figure: 'banquets-held',
		kind: 'year',
		year: 2024,
		cells: [{ key: '', value: 56 }],
		...year
	};
	const villages: Release = { ...whole, kind: 'villages', cells: [1, 2, 3, 4].map(quarter) };
	const coverage: Release = { ...whole, figure: 'pledges-in-force', kind: 'coverage', ...quarterBounds(2024, 1) };
	const asked = (range: Period, releases: Release[] = []) => ({
		...{ range, starts: startsOn('2023-01-01'), today: noneOver },
		published: publishedOf({
			...{ releases, withdrawn: [], replaced: [], mergers: [], splits: [] },
			closed: [year]
		})
	});
	const months = (fromOn: string, toOn: string) => ({ fromOn: `${fromOn}-01`, toOn });
	const ofVillages = (range: Period, releases = [whole, villages]) =>
		villageGapOf(getFigure('banquets-held'), asked(range, releases));
	const ofCoverage = (range: Period) => coverageGapOf(getFigure('pledges-in-force'), asked(range, [coverage]));

	it('a quarter that is released has villages; a month or a range that cuts one has not', () => {
		for (const range of [year, quarterBounds(2024, 1), months('2024-04', '2024-09-30')])
			expect(ofVillages(range)).toBeNull();
		const cuts = [monthBounds(2024, 2), months('2024-02', '2024-03-31'), months('2024-12', '2025-02-28')];
		for (const range of [...cuts, months('2023-12', '2024-02-29')]) expect(ofVillages(range)).toBe('coarser');
	});

	it('is that villages owe months of it, where they report it month by month and its year is closed', () => {
		const gap = (id: 'banquets-held' | 'elders-hosted', range: Period) => gapOf(getFigure(id), asked(range));
		expect(gap('banquets-held', year)).toBe('unreported');
		expect(gap('banquets-held', quarterBounds(2024, 1))).toBe('unreported');
		expect(gap('banquets-held', { fromOn: '2024-07-01', toOn: '2025-06-30' }), 'a year that is not closed').toBe(
			'not-yet'
		);
		expect(gap('banquets-held', monthBounds(2025, 1))).toBe('not-yet');
		expect(gap('elders-hosted', year)).toBe('not-yet');
	});

	it('villages that are too small are never listed, those of an open year later, and there are none before the ledger', () => {
		expect(ofVillages(year, [whole])).toBe('few');
		expect(ofVillages(year, [])).toBe('unreported');
		expect(ofVillages(quarterBounds(2025, 1))).toBe('not-yet');
		expect(ofVillages(quarterBounds(2022, 1))).toBe('not-begun');
		expect(ofVillages(months('2021-02', '2021-03-31'))).toBe('not-begun');
	});

	it('coverage is told of ends of quarters alone', () => {
		expect(ofCoverage(quarterBounds(2024, 1))).toBeNull();
		expect(ofCoverage(monthBounds(2024, 3))).toBeNull();
		expect(ofCoverage(monthBounds(2024, 2))).toBe('coarser');
		expect(ofCoverage(quarterBounds(2024, 2))).toBe('not-yet');
		expect(ofCoverage(monthBounds(2022, 2))).toBe('not-begun');
	});

	it('villages are too small in each month of a year that has none; those of a running year come once it is closed', () => {
		expect(ofVillages(monthBounds(2024, 2), [whole])).toBe('few');
		const quarter: Release = { ...whole, kind: 'line', year: 2025, ...quarterBounds(2025, 1) };
		expect(ofVillages(quarterBounds(2025, 1), [quarter])).toBe('not-yet');
	});

	it('coverage is not there yet where the year’s pledges are published without it', () => {
		const pledges: Release = { ...whole, figure: 'pledges-in-force' };
		expect(coverageGapOf(getFigure('pledges-in-force'), asked(year, [pledges]))).toBe('not-yet');
		expect(ofCoverage(quarterBounds(2025, 1)), 'it is published by quarters').toBe('not-yet');
	});

	it('a figure of two ledgers has begun with the first of them', () => {
		const starts = { ...startsOn(null), activities: '2023-01-01' };
		const gap = (range: Period) => gapOf(getFigure('blood-and-checkups'), { ...asked(range), starts });
		expect([gap(year), gap(yearBounds(2022))]).toEqual(['not-yet', 'not-begun']);
	});
});

it('a ledger has begun in the period of its first day', () => {
	expect(isAnyBegun(startsOn('2023-12-31'), ['events'], yearBounds(2023))).toBe(true);
	expect(isAnyBegun(startsOn('2024-01-01'), ['events'], yearBounds(2023))).toBe(false);
	expect(isAnyBegun(startsOn(null), ['events'], yearBounds(2023))).toBe(false);
	const one = { ...startsOn(null), events: '2023-01-01' };
	expect(isAnyBegun(one, ['guests', 'events'], yearBounds(2023)), 'one of two').toBe(true);
});
