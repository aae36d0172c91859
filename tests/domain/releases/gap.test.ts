import { describe, expect, it } from 'vitest';
import { monthBounds, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds, type Period } from '../../../src/lib/domain/calendar/reporting-period';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { ledgerNames, type LedgerName } from '../../../src/lib/domain/figures/ledger';
import { coverageGapOf, gapOf, isAnyBegun, partsGapOf, villageGapOf } from '../../../src/lib/domain/releases/gap';
import { publishedOf } from '../../../src/lib/domain/releases/published';
import type { Release } from '../../../src/lib/domain/releases/release';

const startsOn = (on: string | null) =>
	Object.fromEntries(ledgerNames.map((ledger) => [ledger, on])) as Record<LedgerName, string | null>;
const of = (figure: 'elders-hosted' | 'blood-donations', kind: 'year' | 'line', span: Period): Release => ({
	...{ figure, kind, year: 2024, cells: [{ key: '', value: 32 }] },
	...span
});

describe('why a figure has no number', () => {
	const released = [of('elders-hosted', 'year', yearBounds(2024)), of('elders-hosted', 'line', quarterBounds(2024, 1))];
	const gap = (range: Period, over: { isOpen?: boolean; start?: string | null; withdrawn?: boolean } = {}) =>
		gapOf(getFigure('elders-hosted'), {
			range,
			isOpen: over.isOpen ?? false,
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

describe('a year that was taken back and is published again as one number', () => {
	const year = yearBounds(2024);
	const held = (kind: 'year' | 'line', span: Period): Release => ({
		...{ figure: 'banquets-held', kind, year: Number(span.fromOn.slice(0, 4)), cells: [{ key: '', value: 162 }] },
		...span
	});
	const asked = (range: Period, releases: Release[], figure = 'banquets-held', ofYear = 2024) => ({
		...{ range, starts: startsOn('2023-01-01'), isOpen: false },
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
		...{ range, starts: startsOn('2023-01-01'), isOpen: false },
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
