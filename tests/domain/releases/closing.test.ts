import { describe, expect, it } from 'vitest';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import type { EarlierRelease, Release } from '../../../src/lib/domain/releases/release';
import { spansOf } from '../../../src/lib/domain/releases/spans';
import { tellYear, type ReleasedBefore } from '../../../src/lib/domain/releases/tell-year';
import type { YearCounts } from '../../../src/lib/domain/releases/year-counts';
import { yearOf } from './demo-year';

const nothing: ReleasedBefore = { releases: [], earlier: [], lastTotals: new Map(), lastCoverage: null };
const close = (months: readonly (number | null)[], over: Partial<YearCounts>, before: Partial<ReleasedBefore> = {}) =>
	tellYear(
		{
			...yearOf(2024, [], over),
			lines: [{ figure: 'banquets-held', begins: 0, months }],
			...over
		},
		{ ...nothing, ...before }
	);
const kinds = (releases: readonly Release[]) => releases.map(({ kind, fromOn, toOn }) => `${kind} ${fromOn} ${toOn}`);
const spans = (releases: readonly Release[]) =>
	spansOf(releases, 'banquets-held').map(
		({ fromOn, toOn, value }) => `${Number(fromOn.slice(5, 7))}-${Number(toOn.slice(5, 7))}: ${value}`
	);
const full = [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5];

describe('what a closing adds', () => {
	it('is the town’s line and who reported, as long as the year is open', () => {
		const ledger = [{ key: 's', name: '三星村', nameEn: null, states: '110111000000' }];
		const added = close(full.slice(0, 3), { closedTo: 3, ledger, totals: [{ figure: 'complaints', value: 7 }] });
		expect(kinds(added)).toEqual(['line 2024-01-01 2024-03-31', 'ledger 2024-01-01 2024-12-31']);
		expect(added[0]).toMatchObject({ figure: 'banquets-held', year: 2024, cells: [{ key: '', value: 15 }] });
		expect(added[1]).toMatchObject({
			figure: 'banquets-held',
			year: 2024,
			cells: [{ key: 's', name: '三星村', nameEn: null, value: null, states: '110' }]
		});
	});

	it('is nothing where no month is closed, or no village is there to report', () => {
		const ledger = [{ key: 's', name: '三星村', nameEn: null, states: '' }];
		expect(close([], { closedTo: 0, ledger })).toEqual([]);
		expect(close([null], { closedTo: 1, ledger: [] })).toEqual([]);
	});

	it('says anew who reported, and nothing else that was released', () => {
		const counts = { closedTo: 3, ledger: [{ key: 's', name: '三星村', nameEn: null, states: '111' }] };
		const first = close(full.slice(0, 3), counts);
		expect(kinds(close(full.slice(0, 3), counts, { releases: first }))).toEqual(['ledger 2024-01-01 2024-12-31']);
	});

	it('is the tables of the year once it is closed, and of the year alone', () => {
		const totals = [{ figure: 'banquets-held', value: 60 }];
		expect(kinds(close(full, { closedTo: 12, totals }))).toContain('year 2024-01-01 2024-12-31');
		expect(kinds(close(full.slice(0, 11), { closedTo: 11, totals })).join()).not.toContain('year');
		const releases = close([null], { closedTo: 12, totals: [{ figure: 'complaints', value: 7 }] });
		expect(kinds(releases)).toEqual(['year 2024-01-01 2024-12-31']);
		expect(kinds(close(full, { closedTo: 12, totals }, { releases }))).toContain('year 2024-01-01 2024-12-31');
	});
});

describe('how finely the line is cut', () => {
	const by = (lastTotal: number) => ({ lastTotals: new Map([['banquets-held', lastTotal]]) });

	it('goes by what was released of the year before, of the same figure', () => {
		expect(spans(close(full.slice(0, 3), { closedTo: 3 }, by(72)))).toEqual(['1-1: 5', '2-2: 5', '3-3: 5']);
		expect(spans(close(full.slice(0, 3), { closedTo: 3 }, by(24)))).toEqual(['1-3: 15']);
		expect(spans(close(full.slice(0, 3), { closedTo: 3 }, by(23)))).toEqual([]);
		expect(spans(close(full.slice(0, 3), { closedTo: 3 }, { lastTotals: new Map([['complaints', 72]]) }))).toEqual([
			'1-3: 15'
		]);
	});

	it('goes by its own total where a whole year is closed at one go, else by quarter', () => {
		const few = [0, 0, 9, 0, 0, 0, 0, 0, 3, 0, 0, 9];
		expect(spans(close([...few.slice(0, 11), 11], { closedTo: 12 }))).toEqual(['1-12: 23']);
		expect(spans(close([...few.slice(0, 11), 12], { closedTo: 12 }))).toHaveLength(4);
		const many = [6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6];
		expect(spans(close(many, { closedTo: 12 }))).toHaveLength(12);
		const first = close(many.slice(0, 3), { closedTo: 3 });
		expect(spans(close(many, { closedTo: 12 }, { releases: first }))).toEqual(['4-6: 18', '7-9: 18', '10-12: 18']);
	});

	it('goes by the months since the ledger began', () => {
		const months = [null, null, null, 8, 8, 8, 8, 8, 8, 8, 8, 8];
		const added = close([], { closedTo: 12, lines: [{ figure: 'banquets-held', begins: 3, months }] });
		expect(spans(added)).toHaveLength(9);
		expect(spans(added)[0]).toBe('4-4: 8');
	});

	it('is as people saw it before it was taken back, and comes again once', () => {
		const seen = close(full.slice(0, 3), { closedTo: 3 });
		const earlier = seen.map((one): EarlierRelease => ({ ...one, ended: 'withdrawn', until: 'one' }));
		expect(spans(close(full.slice(0, 3), { closedTo: 3 }, { ...by(72), earlier }))).toEqual(['1-3: 15']);
		const before = { ...by(24), earlier, releases: seen };
		expect(spans(close(full.slice(0, 6), { closedTo: 6 }, before))).toEqual(['4-6: 15']);
	});

	it('begins with the month in which the ledger began', () => {
		const months = [null, null, null, 6, 6, 6, 6, 6, 6, 6, 6, 6];
		const line = (begins: number, closedTo: number) =>
			spans(close([], { closedTo, lines: [{ figure: 'banquets-held', begins, months: months.slice(0, closedTo) }] }));
		expect(line(3, 12)).toEqual(['4-6: 18', '7-9: 18', '10-12: 18']);
		expect(line(3, 6)).toEqual(['4-6: 18']);
		expect(line(0, 6)).toEqual([]);
	});
});

describe('pledge coverage', () => {
	const village = (pledged: number) => [{ key: 's', name: '三星村', nameEn: null, pledged, registered: 400 }];
	const coverage = (quarter: number, pledged: number) => ({
		toOn: quarterBounds(2024, quarter).toOn,
		pledged,
		villages: village(pledged)
	});
	const last = (pledged: number): Release => ({
		...{ figure: 'pledges-in-force', kind: 'coverage', year: 2023, ...quarterBounds(2023, 4) },
		cells: [{ key: '', value: pledged, beside: 400 }]
	});
	const quarters = (added: readonly Release[]) => kinds(added).filter((kind) => kind.startsWith('coverage'));

	it('goes on from the year before, or from the last quarter of this one', () => {
		const first = { closedTo: 3, coverage: [coverage(1, 104)] };
		expect(quarters(close([null], first, { lastCoverage: last(100) }))).toEqual([]);
		expect(quarters(close([null], first, { lastCoverage: last(98) }))).toEqual(['coverage 2024-01-01 2024-03-31']);
		const releases = close([null], first);
		const second = { closedTo: 6, coverage: [coverage(1, 104), coverage(2, 106)] };
		expect(quarters(close([null], second, { releases, lastCoverage: last(0) }))).toEqual([]);
		const line: Release = {
			...{ figure: 'banquets-held', kind: 'line', year: 2024, ...quarterBounds(2024, 1) },
			cells: [{ key: '', value: 50 }]
		};
		expect(quarters(close([null], second, { releases: [...releases, line], lastCoverage: last(0) }))).toEqual([]);
		const wider = { closedTo: 6, coverage: [coverage(1, 104), coverage(2, 110)] };
		expect(quarters(close([null], wider, { releases, lastCoverage: last(109) }))).toEqual([
			'coverage 2024-04-01 2024-06-30'
		]);
	});

	it('says the town’s count beside the registered households, and of each village a step', () => {
		const [released] = close([null], { closedTo: 3, coverage: [coverage(1, 399)] });
		expect(released).toMatchObject({ figure: 'pledges-in-force', kind: 'coverage', year: 2024 });
		expect(released!.cells).toEqual([
			{ key: '', value: 399, beside: 400 },
			{ key: 's', name: '三星村', nameEn: null, value: 99, isTop: true, beside: 400 }
		]);
	});
});
