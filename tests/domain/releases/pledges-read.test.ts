import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import { yearTotals } from '../../../src/lib/domain/releases/donor-tables';
import { inForce, readPledges, signed } from '../../../src/lib/domain/releases/pledge-flows';
import type { EarlierRelease, Release, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { closedYearTables } from '../../../src/lib/domain/releases/year-tables';
import { yearOf } from './demo-year';

const of = (figure: string, year: number, value: number | null, kind: ReleaseKind = 'year'): Release => ({
	...{ figure, kind, year },
	...yearBounds(year),
	cells: [{ key: '', value }]
});
const back = (release: Release): EarlierRelease => ({ ...release, ended: 'withdrawn', until: 'one' });
/** The town's count at the end of a quarter, beside its registered households. */
const coverage = (
	year: number,
	quarter: number,
	{ pledged, registered = 4000 }: { pledged: number | null; registered?: number | null }
): Release => ({
	...{ figure: inForce, kind: 'coverage', year },
	...quarterBounds(year, quarter),
	cells: [{ key: '', value: pledged, beside: registered }]
});

/** Whether those in force at the end of 2026 may be read, and those signed in it. */
const reads = ([stock, flow]: [number | null, number], ...seen: (Release | EarlierRelease)[]) => {
	const may = readPledges(2026, { inForce: stock, signed: flow }, seen);
	return [may[inForce], may[signed]];
};
const before = of(inForce, 2025, 1204);

describe('the pledges of a year beside a later one', () => {
	it('are both read where of the later one only those in force were read, or a note', () => {
		expect(reads([1242, 38], before, of(inForce, 2027, 1300))).toEqual([true, true]);
		expect(reads([1242, 38], before, of(signed, 2027, 5, 'later'))).toEqual([true, true]);
		expect(reads([1242, 38], before, of(signed, 2027, 5))).toEqual([false, false]);
	});

	it('are both read again after they were taken back', () => {
		expect(reads([1242, 38], before, back(of(signed, 2026, 38)))).toEqual([true, true]);
	});
});

describe('where one or two households left,', () => {
	it('those in force are withheld beside the signed of the year that were read once, and these come again', () => {
		expect(reads([1241, 38], before, back(of(signed, 2026, 38)))).toEqual([false, true]);
	});

	it('those signed are withheld beside those in force that were read once', () => {
		expect(reads([1241, 37], before, back(of(inForce, 2026, 1242)))).toEqual([false, false]);
		expect(reads([1241, 38], before, back(of(inForce, 2026, 1242)))).toEqual([false, true]);
	});

	it('those in force are read where they are as many as before', () => {
		expect(reads([1204, 1], before)).toEqual([true, false]);
	});

	it('both are withheld where fewer are in force than in any version of the year before', () => {
		const versions = [back(of(inForce, 2025, 1300)), before];
		expect(reads([1250, 47], ...versions)).toEqual([false, false]);
		expect(reads([1301, 98], ...versions)).toEqual([true, false]);
	});

	it('a number that was withheld is not taken for one: those before it count, with those signed since', () => {
		const seen = [of(inForce, 2024, 100), of(inForce, 2025, null), of(signed, 2025, 26)];
		expect(reads([134, 9], ...seen)).toEqual([true, false]);
		expect(reads([135, 9], ...seen)).toEqual([true, true]);
	});
});

describe('the signed of a year beside its quarters', () => {
	const third = coverage(2026, 3, { pledged: 124 });
	const mayReadSigned = (flow: number, ...seen: (Release | EarlierRelease)[]) => reads([null, flow], third, ...seen)[1];
	const hundred = of(inForce, 2025, 100);

	it('are withheld where one or two of a quarter’s are not any more, and read where three or none are not', () => {
		const may = [21, 22, 23, 24, 25, 30].map((flow) => mayReadSigned(flow, hundred));
		expect(may).toEqual([true, false, false, true, true, true]);
	});

	it('are so too beside one of several numbers of the year before', () => {
		expect(mayReadSigned(23, back(of(inForce, 2025, 150)), hundred)).toBe(false);
		expect(mayReadSigned(23, back(of(inForce, 2025, 90)), of(inForce, 2025, 150))).toBe(true);
	});
});

describe('those in force beside the last quarter', () => {
	it('are withheld where they differ from it by one or two', () => {
		const [first, third] = [coverage(2026, 1, { pledged: 110 }), coverage(2026, 3, { pledged: 124 })];
		expect(reads([125, 40], third, first)).toEqual([false, true]);
		expect(reads([111, 40], third, first)).toEqual([true, true]);
	});

	it('are so too where the coverage of the fourth was read after it and taken back', () => {
		const seen = [coverage(2026, 3, { pledged: 124 }), back(coverage(2026, 4, { pledged: 130 }))];
		expect(reads([125, 40], ...seen)).toEqual([false, true]);
		expect(reads([131, 40], ...seen)).toEqual([false, true]);
		expect(reads([127, 40], ...seen)).toEqual([true, true]);
	});

	it('are compared with one of the year before only where that year itself was not read after it', () => {
		const third = coverage(2025, 3, { pledged: 124 });
		expect(reads([125, 9], third, of(inForce, 2025, null))).toEqual([false, true]);
		expect(reads([125, 9], third, of(inForce, 2025, 140))).toEqual([true, true]);
	});

	it('are not compared with a count that has no rate beside it, or was withheld: it is not read', () => {
		expect(reads([125, 40], coverage(2026, 3, { pledged: 124, registered: null }))).toEqual([true, true]);
		expect(reads([2, 40], coverage(2026, 3, { pledged: null }))).toEqual([true, true]);
		const end = { pledged: 1204, registered: null };
		expect(reads([1241, 38], coverage(2025, 4, end)), 'at the end of the year before').toEqual([true, true]);
	});
});

it('where nothing was seen of pledges, those signed are withheld of a first year in which one household left', () => {
	const totals = [
		{ figure: inForce, value: 37 },
		{ figure: signed, value: 38 }
	];
	const counts = yearOf(2024, [], { totals });
	const closing = { releases: [], earlier: [], lastTotals: new Map<string, number>(), lastCoverage: null };
	const tables = [closedYearTables(counts, []), tellYear(counts, closing)];
	for (const years of tables.map((releases) => releases.filter(({ kind }) => kind === 'year')))
		expect(years.map(({ cells }) => cells[0]!.value)).toEqual([37, null]);
	expect(yearTotals(counts, []).map(({ value }) => value)).toEqual([37, null]);
});
