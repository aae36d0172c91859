import { describe, expect, it } from 'vitest';
import type { ReleasedCell, ReleaseKind } from '../../../src/lib/domain/releases/release';
import type { CountedDrive, YearCounts } from '../../../src/lib/domain/releases/year-counts';
import { closedYearTables } from '../../../src/lib/domain/releases/year-tables';
import { yearOf } from './demo-year';

const quiet = Array.from({ length: 12 }, () => 0);

/** The cells of a figure in what is released of a year. */
const cellsOf = (figure: string, kind: ReleaseKind, over: Partial<YearCounts>): readonly ReleasedCell[] | undefined =>
	closedYearTables(yearOf(2024, quiet, over), []).find((one) => one.figure === figure && one.kind === kind)?.cells;

function donors(all: number, first: number, again: number, drives: CountedDrive[] = []) {
	const totals = [
		{ figure: 'blood-donations', value: all },
		{ figure: 'blood-millilitres', value: all * 300 },
		{ figure: 'first-time-donors', value: first },
		{ figure: 'repeat-donors', value: again }
	];
	return (figure: string, kind: ReleaseKind = 'year') =>
		cellsOf(figure, kind, { totals, drives })?.map(({ value, shown, beside }) =>
			beside === undefined ? (shown ?? value) : `${value}/${beside}`
		);
}

describe('of a closed year', () => {
	it('one or two dissuasions are released, as the review of the year prints them', () => {
		expect(cellsOf('banquets-dissuaded', 'year', { totals: [{ figure: 'banquets-dissuaded', value: 1 }] })).toEqual([
			{ key: '', value: 1 }
		]);
	});

	it('what is not known is not released', () => {
		expect(cellsOf('complaints', 'year', { totals: [{ figure: 'complaints', value: null }] })).toBeUndefined();
	});

	it('one or two donors are withheld, and the millilitres that would give them away', () => {
		const few = donors(2, 2, 0);
		expect(few('blood-donations')).toEqual(['few']);
		expect(few('blood-millilitres')).toEqual(['hidden']);
		const some = donors(3, 3, 0);
		expect(some('blood-donations')).toEqual([3]);
		expect(some('blood-millilitres')).toEqual([900]);
		expect(donors(0, 0, 0)('blood-millilitres')).toEqual([0]);
	});

	it('first-time and repeat donors are withheld together, as each follows from the other', () => {
		for (const [first, again] of [
			[2, 9],
			[9, 1],
			[1, 2]
		] as const) {
			const year = donors(first + again, first, again);
			expect([year('first-time-donors'), year('repeat-donors')], `${first} ${again}`).toEqual([['hidden'], ['hidden']]);
		}
		expect(donors(12, 3, 9)('repeat-donors')).toEqual([9]);
		expect(donors(9, 0, 9)('first-time-donors')).toEqual([0]);
	});

	it('drives are released one by one only where each had three donors', () => {
		const drive = (key: string, count: number) => ({
			...{ key, title: '献血', place: '广场', on: '2024-05-01' },
			...{ donors: count, millilitres: count * 300 }
		});
		expect(donors(7, 3, 4, [drive('a', 3), drive('b', 4)])('blood-donations', 'drives')).toEqual(['3/900', '4/1200']);
		expect(donors(6, 3, 3, [drive('a', 2), drive('b', 4)])('blood-donations', 'drives')).toBeUndefined();
		expect(donors(4, 4, 0, [drive('a', 0), drive('b', 4)])('blood-donations', 'drives')).toBeUndefined();
	});

	it('enlistments are counted with other occasions', () => {
		const months = (count: number) => [count, ...quiet.slice(1)];
		const occasions = [
			{ key: 'wedding', months: months(5) },
			{ key: 'enlistment', months: months(2) },
			{ key: 'other', months: months(1) }
		];
		const totals = [{ figure: 'banquets-held', value: 8 }];
		expect(cellsOf('banquets-held', 'occasions', { totals, occasions })).toEqual([
			{ key: 'wedding', value: 5 },
			{ key: 'other', value: 3 }
		]);
	});

	it('a drive is released with its title, its place, its day and its millilitres', () => {
		const drive = { key: 'a', title: '春季献血', place: '广场', on: '2024-05-01', donors: 3, millilitres: 900 };
		const totals = [{ figure: 'blood-donations', value: 3 }];
		expect(cellsOf('blood-donations', 'drives', { totals, drives: [drive] })).toEqual([
			{
				...{ key: 'a', name: '春季献血', place: '广场' },
				...{ fromOn: '2024-05-01', toOn: '2024-05-01', value: 3, beside: 900 }
			}
		]);
		expect(cellsOf('blood-donations', 'drives', { totals, drives: [] })).toBeUndefined();
		const unknown = [{ figure: 'blood-donations', value: null }];
		expect(
			cellsOf('blood-donations', 'drives', { totals: unknown, drives: [drive] }),
			'one is not settled'
		).toBeUndefined();
	});

	it('what banquets saved is released where it is known, and only with the banquets', () => {
		const saved = { banquets: 3, yuan: 26_000 };
		const totals = [{ figure: 'banquets-held', value: 8 }];
		expect(cellsOf('banquets-held', 'saved', { totals, saved })).toEqual([{ key: 'amount', value: 3, beside: 3 }]);
		for (const few of [
			{ banquets: 1, yuan: 48_000 },
			{ banquets: 2, yuan: 48_000 },
			{ banquets: 3, yuan: 4_999 }
		])
			expect(cellsOf('banquets-held', 'saved', { totals, saved: few })).toBeUndefined();
		expect(cellsOf('banquets-held', 'saved', { totals, saved: null })).toBeUndefined();
		for (const unknown of [[{ figure: 'banquets-held', value: null }], [{ figure: 'complaints', value: 8 }], []])
			expect(cellsOf('banquets-held', 'saved', { totals: unknown, saved })).toBeUndefined();
		expect(
			cellsOf('banquets-held', 'saved', { totals: [...totals, { figure: 'complaints', value: null }], saved })
		).toHaveLength(1);
	});

	it('a year without a banquet is released as such', () => {
		const none = { totals: [{ figure: 'banquets-held', value: 0 }] };
		expect(cellsOf('banquets-held', 'year', none)).toEqual([{ key: '', value: 0 }]);
	});

	it('weddings, funerals and all else are groups, by the sums of their months', () => {
		const row = (key: string, first: number, last: number) => ({ key, months: [first, ...quiet.slice(2), last] });
		const occasions = [row('wedding', 12, 13), row('funeral', 14, 15), row('school', 4, 5), row('other', 8, 9)];
		const totals = [{ figure: 'banquets-held', value: 80 }];
		expect(cellsOf('banquets-held', 'groups', { totals, occasions })).toEqual([
			{ key: 'wedding', value: 25, shown: 'exact' },
			{ key: 'funeral', value: 29, shown: 'exact' },
			{ key: 'rest', value: 26, shown: 'exact' }
		]);
		const line = [
			{ fromOn: '2024-01-01', toOn: '2024-06-30', value: 38 },
			{ fromOn: '2024-07-01', toOn: '2024-12-31', value: 42 }
		];
		const halves = closedYearTables(yearOf(2024, quiet, { totals, occasions }), line).find(
			({ kind }) => kind === 'groups'
		);
		expect(halves!.cells.map(({ key, value }) => `${key} ${value}`)).toEqual([
			...['wedding 12', 'wedding 13', 'funeral 14', 'funeral 15', 'rest 12', 'rest 14']
		]);
		expect(halves).toMatchObject({ figure: 'banquets-held', year: 2024, fromOn: '2024-01-01', toOn: '2024-12-31' });
	});
});
