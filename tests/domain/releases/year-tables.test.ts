import { describe, expect, it } from 'vitest';
import { tellTable, tellWholeYear } from '../../../src/lib/domain/releases/block-table';
import { coverageStep } from '../../../src/lib/domain/releases/coverage-step';
import type { Release } from '../../../src/lib/domain/releases/release';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { byQuarter, yearOf } from './demo-year';

const quarterLine = (sums: readonly number[], year = 2024) =>
	sums.map((value, at) => ({
		fromOn: `${year}-${String(at * 3 + 1).padStart(2, '0')}-01`,
		toOn: `${year}-${['03-31', '06-30', '09-30', '12-31'][at]}`,
		value
	}));
const sumsOf = (rows: Record<string, readonly number[]>) =>
	[0, 1, 2, 3].map((quarter) => Object.values(rows).reduce((sum, row) => sum + row[quarter]!, 0));
const picture = (rows: Record<string, readonly number[]>, line = quarterLine(sumsOf(rows))) =>
	tellTable(2024, byQuarter(rows), line).map(
		({ key, fromOn, value, shown }) => `${key} ${fromOn?.slice(5, 7) ?? 'year'}: ${value ?? shown}`
	);

const demo = {
	sanxing: [15, 12, 11, 6],
	hesha: [12, 4, 10, 12],
	zhongba: [20, 5, 5, 3],
	qiaotou: [17, 14, 8, 7]
};

describe('villages, once a year', () => {
	it('are exact by quarter where every cell is none or at least three', () => {
		const cells = tellTable(2024, byQuarter(demo), quarterLine([64, 35, 34, 28]));
		expect(cells.map(({ value }) => value)).toEqual(Object.values(demo).flat());
	});

	it('go by half where a quarter has one or two', () => {
		expect(picture({ a: [10, 2, 10, 10], b: [10, 10, 10, 10] })).toEqual([
			'a 01: 12',
			'a 07: 20',
			'b 01: 20',
			'b 07: 20'
		]);
	});

	it('go by half where a village has fewer than 24, and by year with fewer than 12', () => {
		expect(picture({ a: [8, 5, 5, 5], b: [9, 9, 9, 9] })[0]).toBe('a 01: 13');
		expect(picture({ a: [4, 0, 7, 0], b: [9, 9, 9, 9] })[0]).toBe('a year: 11');
	});

	it('go by half where the town has fewer than six a village in a quarter', () => {
		expect(picture({ a: [9, 5, 9, 9], b: [9, 6, 9, 9] })[0]).toBe('a 01: 14');
	});

	it('do not cut a span of the line', () => {
		const line = quarterLine(sumsOf(demo));
		const joined = [{ ...line[0]!, toOn: '2024-04-30' }, { ...line[1]!, fromOn: '2024-05-01' }, ...line.slice(2)];
		expect(picture(demo, joined)[0]).toBe('sanxing 01: 27');
		expect(picture(demo, line.slice(0, 3))[0], 'nor stand where there is none').toBe('sanxing year: 44');
	});

	it('go by half where one or two records of a quarter came after the line', () => {
		const late = (more: number) => quarterLine(sumsOf(demo).map((sum, quarter) => (quarter === 1 ? sum - more : sum)));
		expect([0, 1, 2, 3].map((more) => picture(demo, late(more)).length)).toEqual([16, 4, 4, 16]);
	});

	it('withhold a year of one or two, with what would give it away', () => {
		expect(picture({ a: [1, 0, 0, 0], b: [1, 1, 0, 0], c: [9, 0, 0, 0] })).toEqual([
			'a year: few',
			'b year: few',
			'c year: 9'
		]);
	});

	it('are not released where the town has fewer than three a village', () => {
		expect(picture({ a: [4, 0, 0, 0], b: [1, 0, 0, 0] })).toEqual([]);
		expect(picture({ a: [8, 0, 0, 0], b: [0, 0, 0, 0], c: [0, 0, 0, 0] })).toEqual([]);
		expect(picture({ a: [9, 0, 0, 0], b: [0, 0, 0, 0], c: [0, 0, 0, 0] })).toHaveLength(3);
		expect(picture({ a: [5, 0, 0, 0], b: [1, 0, 0, 0] }), 'nor where no number would be left').toEqual([]);
	});

	it('may be none in a quarter', () => {
		expect(picture({ a: [12, 12, 0, 0], b: [12, 12, 12, 12] })).toContain('a 07: 0');
	});
});

describe('a closed year', () => {
	const months = [20, 32, 12, 9, 15, 11, 6, 16, 12, 15, 5, 8];
	const kinds = (releases: readonly Release[]) => releases.map(({ kind, cells }) => `${kind} ${cells.length}`);

	it('is released once', () => {
		const counts = yearOf(2024, months, { villages: byQuarter(demo) });
		const first = tellYear(counts, {
			releases: [],
			lastTotals: new Map([['banquets-held', 403]]),
			earlier: [],
			lastCoverage: null
		});
		expect(kinds(first).filter((kind) => kind === 'line 1')).toHaveLength(12);
		expect(kinds(first)).toContain('villages 16');
		expect(tellYear(counts, { releases: first, lastTotals: new Map(), earlier: [], lastCoverage: null })).toEqual([]);
	});

	it('is looked at once: a table that was not released with it does not come later', () => {
		const few = yearOf(2024, months, {
			occasions: [
				{ key: 'wedding', months: [159, 0] },
				{ key: 'school', months: [2, 0] }
			]
		});
		const more = yearOf(2024, [21, ...months.slice(1)], {
			occasions: [
				{ key: 'wedding', months: [159, 0] },
				{ key: 'school', months: [3, 0] }
			]
		});
		const none = { releases: [], earlier: [], lastTotals: new Map(), lastCoverage: null };
		const first = tellYear(few, none);
		expect(kinds(first)).not.toContain('occasions 2');
		expect(kinds(tellYear(more, none)), 'alone it would be released').toContain('occasions 2');
		expect(tellYear(more, { ...none, releases: first })).toEqual([]);
	});

	it('that is not known is not released', () => {
		const counts = yearOf(2024, months, {
			totals: [{ figure: 'banquets-held', value: null }],
			villages: byQuarter(demo)
		});
		expect(
			kinds(tellYear(counts, { releases: [], lastTotals: new Map(), earlier: [], lastCoverage: null }))
		).not.toContain('villages 16');
	});

	it('says the occasions only where none is one or two', () => {
		expect(tellWholeYear(byQuarter({ wedding: [3, 0, 0, 0], funeral: [0, 0, 0, 0] }))).toHaveLength(2);
		expect(tellWholeYear(byQuarter({ wedding: [3, 0, 0, 0], funeral: [2, 0, 0, 0] }))).toEqual([]);
	});
});

describe('pledge coverage of a village', () => {
	it('is rounded down to a step that is the wider the fewer households there are', () => {
		expect(coverageStep(257, 400)).toEqual({ percent: 64, isTop: false });
		expect(coverageStep(129, 200)).toEqual({ percent: 64, isTop: false });
		expect(coverageStep(131, 200)).toEqual({ percent: 64, isTop: false });
		expect(coverageStep(64, 100)).toEqual({ percent: 60, isTop: false });
		expect(coverageStep(29, 40)).toEqual({ percent: 70, isTop: false });
		expect(coverageStep(19, 39)).toEqual({ percent: 40, isTop: false });
		expect(coverageStep(7, 8)).toEqual({ percent: 50, isTop: true });
		expect(coverageStep(4, 7), 'any step would be of one or two').toBeNull();
	});

	it('never says that all have signed', () => {
		expect(coverageStep(400, 400)).toEqual({ percent: 99, isTop: true });
		expect(coverageStep(396, 400)).toEqual({ percent: 99, isTop: true });
		expect(coverageStep(200, 200)).toEqual({ percent: 98, isTop: true });
		expect(coverageStep(99, 100)).toEqual({ percent: 95, isTop: true });
		expect(coverageStep(0, 0)).toBeNull();
		expect(coverageStep(3, null)).toBeNull();
	});
});
