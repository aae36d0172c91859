import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import type { EarlierRelease, Release, ReleasedCell, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { recount } from '../../../src/lib/domain/releases/release-recount';
import type { YearCounts } from '../../../src/lib/domain/releases/year-counts';
import { yearOf } from './demo-year';

const of = (kind: ReleaseKind, cells: readonly ReleasedCell[], over: Partial<Release> = {}): Release => ({
	...{ figure: 'banquets-held', kind, year: 2024, ...yearBounds(2024), cells },
	...over
});
const town = (kind: ReleaseKind, value: number, over: Partial<Release> = {}) => of(kind, [{ key: '', value }], over);
const year = town('year', 60);
const halves = [town('line', 30, { toOn: '2024-06-30' }), town('line', 30, { fromOn: '2024-07-01' })];
const villages = of('villages', [
	{ key: 'a', value: 36 },
	{ key: 'b', value: 24 }
]);
const saved = of('saved', [{ key: 'amount', value: 4, beside: 9 }]);

const twelve = (value: number) => Array.from({ length: 12 }, () => value);
/** Sixty banquets, three a month in one village and two in the other; in January so many more in the first one. */
function counted(more = 0, over: Partial<YearCounts> = {}): YearCounts {
	const [a, b] = [[3 + more, ...twelve(3).slice(1)], twelve(2)];
	const counts = yearOf(
		2024,
		a.map((count, at) => count + b[at]!),
		{
			villages: [
				{ key: 'a', months: a },
				{ key: 'b', months: b }
			]
		}
	);
	const other = {
		lines: { figure: 'birthday-guests', begins: 0, months: twelve(9) },
		totals: { figure: 'complaints', value: 7 }
	};
	return { ...counts, lines: [other.lines, ...counts.lines], totals: [other.totals, ...counts.totals], ...over };
}
const seen = (releases: readonly Release[]): EarlierRelease[] =>
	releases.map((release) => ({ ...release, ended: 'withdrawn', until: 'one' }));
const values = (releases: readonly Release[] | null) =>
	releases && releases.map(({ kind, cells }) => `${kind} ${cells.map(({ value }) => value).join(' ')}`);

describe('the releases of a year once more', () => {
	it('are in the same cells, with what is counted now', () => {
		expect(recount([villages, ...halves, year], counted(), [])).toEqual([year, ...halves, villages]);
		expect(values(recount([year, ...halves, villages], counted(3), []))).toEqual([
			...['year 63', 'line 33', 'line 30', 'villages 39 24']
		]);
	});

	it('are none where a number differs by one or two from what people see, or have seen', () => {
		expect(recount([year], counted(2), [])).toBeNull();
		expect(recount([year], counted(3), seen([town('year', 62)]))).toBeNull();
		expect(values(recount([year], counted(3), seen([town('year', 66)])))).toEqual(['year 63']);
		expect(values(recount([year], counted(3), seen([town('year', 62, { figure: 'complaints' })])))).toEqual([
			'year 63'
		]);
	});

	it('are none where a number became small, but for the year, which is printed', () => {
		const few = {
			villages: [
				{ key: 'a', months: twelve(3) },
				{ key: 'b', months: [2, ...twelve(0).slice(1)] }
			]
		};
		expect(recount([villages], counted(0, few), [])).toBeNull();
		const two = { totals: [{ figure: 'banquets-held', value: 2 }] };
		expect(values(recount([year], counted(0, two), []))).toEqual(['year 2']);
	});

	it('are none where the cells do not hold all, or hold what is no longer counted, or one is withheld', () => {
		const third = (count: number) => ({ villages: [...counted().villages, { key: 'c', months: twelve(count) }] });
		expect(recount([villages], counted(0, third(1)), [])).toBeNull();
		expect(values(recount([villages], counted(0, third(0)), []))).toEqual(['villages 36 24']);
		expect(recount([villages], counted(0, { villages: counted().villages.slice(1) }), [])).toBeNull();
		expect(recount([of('villages', [{ key: 'a', value: null }, villages.cells[1]!])], counted(), [])).toBeNull();
	});

	it('are none where something of it is not known', () => {
		const line = (months: (number | null)[]) => ({ lines: [{ figure: 'banquets-held', begins: 0, months }] });
		const known = [...twelve(5).slice(6), ...Array.from({ length: 6 }, () => null)];
		expect(values(recount(halves.slice(0, 1), counted(0, line(known)), []))).toEqual(['line 30']);
		expect(recount(halves, counted(0, line(known)), []), 'its second half').toBeNull();
		const begun = [...known.slice(6), ...twelve(5).slice(6)];
		expect(values(recount(halves.slice(1), counted(0, line(begun)), [])), 'a ledger that begins in July').toEqual([
			'line 30'
		]);
		expect(recount(halves, counted(0, line(begun)), []), 'its first half').toBeNull();
		expect(recount(halves, counted(0, line(twelve(5).slice(0, 7))), []), 'no more than seven months').toBeNull();
		expect(recount(halves, counted(0, line([])), [])).toBeNull();
		expect(recount(halves, counted(0, { lines: [] }), [])).toBeNull();
		expect(recount([year], counted(0, { totals: [{ figure: 'banquets-held', value: null }] }), [])).toBeNull();
		expect(recount([year], counted(0, { totals: [{ figure: 'complaints', value: 60 }] }), [])).toBeNull();
	});
});

describe('the total of a year once more', () => {
	it('is none where it differs by one or two from what people have read with a note of what came later', () => {
		const noted = [year, town('later', 3)];
		expect(recount(noted, counted(4), [])).toBeNull();
		expect(recount(noted, counted(5), [])).toBeNull();
		expect(values(recount(noted, counted(3), []))).toEqual(['year 63']);
		expect(values(recount(noted, counted(6), []))).toEqual(['year 66']);
	});

	it('is none so too beside the notes of a version that was taken back', () => {
		const back = seen([town('year', 50), town('later', 13)]);
		expect(recount([year], counted(4), back)).toBeNull();
		expect(values(recount([year], counted(6), back))).toEqual(['year 66']);
	});

	it('alone is compared with it: a village may come near the town’s total', () => {
		const [a, b] = [61, 3].map((count) => [count, ...twelve(0).slice(1)]);
		const counts = counted(0, {
			totals: [{ figure: 'banquets-held', value: 64 }],
			villages: [
				{ key: 'a', months: a! },
				{ key: 'b', months: b! }
			]
		});
		const before = of('villages', [
			{ key: 'a', value: 57 },
			{ key: 'b', value: 3 }
		]);
		expect(values(recount([year, before], counts, []))).toEqual(['year 64', 'villages 61 3']);
	});
});

describe('what banquets saved comes once more', () => {
	const changed = { banquets: 12, yuan: 60_000 };

	it('as it was where the year is the same, else as it is counted now, after the tables', () => {
		expect(values(recount([saved, year], counted(0, { saved: changed }), []))).toEqual([...['year 60', 'saved 4']]);
		expect(recount([saved, year], counted(3, { saved: changed }), [])?.[1]).toEqual({
			...saved,
			cells: [{ key: 'amount', value: 6, beside: 12 }]
		});
	});

	it('not where one or two banquets came or went, or none did, unless it is the same amount', () => {
		const again = (banquets: number, yuan: number, seenToo: readonly Release[] = []) =>
			values(recount([saved, year], counted(3, { saved: { banquets, yuan } }), seen(seenToo)))!.slice(1);
		for (const banquets of [7, 8, 9, 10, 11]) expect(again(banquets, 60_000), String(banquets)).toEqual([]);
		expect(again(6, 60_000)).toEqual(['saved 6']);
		expect(again(10, 44_999)).toEqual(['saved 4']);
		expect(again(12, 60_000, [of('saved', [{ key: 'amount', value: 5, beside: 11 }])]), 'seen earlier').toEqual([]);
		const older = of('saved', [
			{ key: 'tables', value: 400 },
			{ key: 'yuan', value: 200_000 }
		]);
		expect(again(12, 60_000, [older]), 'of an older version').toEqual([]);
	});

	it('with its year alone, and where it is known', () => {
		expect(values(recount([saved, year], counted(3, { saved: null }), []))).toEqual(['year 63']);
		expect(values(recount([saved, ...halves], counted(0, { saved: changed }), []))).toEqual(['line 30', 'line 30']);
		expect(values(recount([year], counted(3, { saved: changed }), []))).toEqual(['year 63']);
	});

	it('beside what saved before alone, not beside other tables that were seen', () => {
		const others = [town('year', 66), of('saved', [{ key: 'amount', value: 5, beside: 11 }], { figure: 'complaints' })];
		expect(values(recount([saved, year], counted(3, { saved: changed }), seen(others)))).toEqual([
			...['year 63', 'saved 6']
		]);
	});

	it('not without an amount, also after one of an older version that readers are not given', () => {
		const older = of('saved', [
			{ key: 'tables', value: 100 },
			{ key: 'yuan', value: 40_000 }
		]);
		expect(values(recount([older, year], counted(3, { saved: null }), []))).toEqual(['year 63']);
	});
});
