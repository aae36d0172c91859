import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import type { EarlierRelease, Release } from '../../../src/lib/domain/releases/release';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { yearOf } from './demo-year';

interface Year {
	year: number;
	/** Households with a pledge at the ends of quarters, and those signed in the year. */
	ends: readonly number[];
	signed: number;
}

/** What is closed of a year, a quarter after the other, of a town of one village. */
function closeYear(seen: readonly Release[], { year, ends, signed }: Year): Release[] {
	const releases: Release[] = [];
	for (let quarter = 1; quarter <= 4; quarter++) {
		const coverage = ends.slice(0, quarter).map((pledged, at) => ({
			toOn: quarterBounds(year, at + 1).toOn,
			pledged,
			villages: [{ key: 'a', name: '', nameEn: null, pledged, registered: 400 }]
		}));
		const totals = [
			{ figure: 'pledges-in-force', value: ends.at(-1)! },
			{ figure: 'pledges-signed', value: signed }
		];
		const counts = yearOf(year, [], { closedTo: quarter * 3, coverage, totals: quarter === 4 ? totals : [] });
		const lastCoverage = seen.findLast(({ kind }) => kind === 'coverage') ?? null;
		const pledges = [...seen, ...releases];
		releases.push(...tellYear(counts, { releases, earlier: [], lastTotals: new Map(), lastCoverage, pledges }));
	}
	return releases.filter(({ figure }) => figure.startsWith('pledges'));
}

const read = (releases: readonly Release[]) =>
	releases.map(({ kind, figure, toOn, cells }) => {
		const name = kind === 'coverage' ? toOn.slice(5) : figure.slice(8);
		return `${name} ${cells[0]!.value}`;
	});
/** A hundred signed in the year before, in its last quarter. */
const before = () => closeYear([], { year: 2025, ends: [0, 0, 0, 100], signed: 100 });
const year = (ends: readonly number[], signed: number) => read(closeYear(before(), { year: 2026, ends, signed }));

describe('a year’s pledges beside its quarters', () => {
	it('are withheld where one or two came or went in the last quarter: 124, then 123, is one that was taken back', () => {
		expect(read(before()).slice(-3)).toEqual(['12-31 100', 'in-force 100', 'signed 100']);
		for (const end of [122, 123, 125, 126])
			expect(year([110, 117, 124, end], 26), String(end)).toEqual([
				...['03-31 110', '06-30 117', '09-30 124', 'in-force null', 'signed 26']
			]);
		expect(year([110, 117, 124, 124], 24).slice(-3)).toEqual(['12-31 124', 'in-force 124', 'signed 24']);
		expect(year([110, 117, 124, 121], 24).slice(-2)).toEqual(['in-force 121', 'signed 24']);
	});

	it('are so too where the whole year is published at once', () => {
		const ends = [110, 117, 124, 123];
		const coverage = ends.map((pledged, at) => ({
			toOn: quarterBounds(2026, at + 1).toOn,
			pledged,
			villages: [{ key: 'a', name: '', nameEn: null, pledged, registered: 400 }]
		}));
		const totals = [{ figure: 'pledges-in-force', value: 123 }];
		const counts = yearOf(2026, [], { coverage, totals });
		const none = { releases: [], earlier: [], lastTotals: new Map(), lastCoverage: null, pledges: before() };
		const added = tellYear(counts, none).filter(({ figure }) => figure === 'pledges-in-force');
		expect(read(added)).toEqual(['03-31 110', '06-30 117', '09-30 124', 'in-force null']);
	});

	it('that were signed are withheld where one or two of a quarter’s are not any more', () => {
		expect(year([110, 117, 124, 123], 23).slice(-2)).toEqual(['in-force null', 'signed null']);
		expect(year([110, 117, 124, 121], 22).slice(-2)).toEqual(['in-force 121', 'signed null']);
	});

	it('keep the first quarter of the next year back where one or two came or went since', () => {
		const first = closeYear(before(), { year: 2026, ends: [110, 117, 124, 121], signed: 24 });
		const next = (end: number) =>
			read(closeYear([...before(), ...first], { year: 2027, ends: [end, end, end, end], signed: 9 }));
		expect(next(118)[0]).toBe('03-31 118');
		expect(next(130)[0]).toBe('03-31 130');
		const near = closeYear(before(), { year: 2026, ends: [110, 117, 124, 119], signed: 22 });
		expect(read(near).slice(-2)).toEqual(['in-force 119', 'signed null']);
		for (const end of [117, 118])
			expect(
				read(closeYear([...before(), ...near], { year: 2027, ends: [end, 140, 140, 140], signed: 30 }))[0],
				String(end)
			).toBe('06-30 140');
	});

	it('withhold the last quarter’s coverage with their own number, which is the same', () => {
		expect(year([106, 106, 106, 99], 5)).toEqual([
			...['03-31 106', '06-30 106', '09-30 106', 'in-force null', 'signed null']
		]);
		expect(year([110, 117, 124, 118], 22), 'where those signed are withheld, it is read').toEqual([
			...['03-31 110', '06-30 117', '09-30 124', '12-31 118', 'in-force 118', 'signed null']
		]);
	});

	it('that were signed are read beside what was taken back, and not beside a last quarter that is withheld', () => {
		const coverage = [110, 117, 124, 130].map((pledged, at) => ({
			toOn: quarterBounds(2026, at + 1).toOn,
			pledged,
			villages: [{ key: 'a', name: '', nameEn: null, pledged, registered: 400 }]
		}));
		const totals = [
			{ figure: 'pledges-in-force', value: 130 },
			{ figure: 'pledges-signed', value: 31 }
		];
		const seen: EarlierRelease = {
			...{ figure: 'pledges-in-force', kind: 'year', year: 2026, ...yearBounds(2026) },
			...{ cells: [{ key: '', value: 131 }], ended: 'withdrawn', until: 'one' }
		};
		const counts = yearOf(2026, [], { coverage, totals });
		const none = { releases: [], earlier: [], lastTotals: new Map(), lastCoverage: null };
		const added = tellYear(counts, { ...none, pledges: [...before(), seen] });
		expect(read(added.filter(({ figure }) => figure.startsWith('pledges')))).toEqual([
			...['03-31 110', '06-30 117', '09-30 124', 'in-force null', 'signed 31']
		]);
	});

	it('of the year before bear on the first quarter that is released, not on those that follow', () => {
		expect(year([110, 101, 110, 120], 30).slice(0, 3)).toEqual(['03-31 110', '06-30 101', '09-30 110']);
	});
});
