import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import type { EarlierRelease, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { closedYearTables } from '../../../src/lib/domain/releases/year-tables';
import { yearOf } from './demo-year';

const quiet = Array.from({ length: 12 }, () => 0);
const drive = { key: 'd', title: '春季献血', place: '广场', on: '2024-05-01', donors: 12, millilitres: 3600 };
const totals = [
	{ figure: 'blood-donations', value: 12 },
	{ figure: 'blood-millilitres', value: 3600 },
	{ figure: 'first-time-donors', value: 5 },
	{ figure: 'repeat-donors', value: 7 }
];
const seen = (figure: string, value: number, kind: ReleaseKind = 'year'): EarlierRelease => ({
	...{ figure, kind, year: 2024, ...yearBounds(2024), ended: 'withdrawn', until: 'one' },
	cells: [{ key: '', value }]
});
/** What is read of donors, after this was seen and taken back. */
const read = (...earlier: EarlierRelease[]) =>
	closedYearTables(yearOf(2024, quiet, { totals, drives: [drive] }), [], earlier).map(
		({ figure, kind, cells }) => `${kind} ${figure}: ${cells[0]!.shown ?? cells[0]!.value}`
	);

describe('donors of a year that was taken back', () => {
	const all = [
		'year blood-donations: 12',
		'year blood-millilitres: 3600',
		'year first-time-donors: 5',
		'year repeat-donors: 7',
		'drives blood-donations: 12'
	];

	it('are read where they differ by none or at least three from what was seen', () => {
		expect(read()).toEqual(all);
		expect(read(seen('blood-donations', 12), seen('first-time-donors', 8))).toEqual(all);
		expect(read(seen('complaints', 11), seen('blood-donations', 11, 'line'))).toEqual(all);
	});

	it('are withheld, with their millilitres, where they differ by one or two', () => {
		expect(read(seen('blood-donations', 11)).slice(0, 2)).toEqual([
			...['year blood-donations: hidden', 'year blood-millilitres: hidden']
		]);
	});

	it('are withheld as first-time and as repeat donors where one of these does', () => {
		expect(read(seen('repeat-donors', 9)).slice(0, 4)).toEqual([
			...all.slice(0, 2),
			...['year first-time-donors: hidden', 'year repeat-donors: hidden']
		]);
	});

	it('are read drive by drive once more where each number is the one that was seen, and not where one is another', () => {
		const drives = (cell: object, until = 'one'): EarlierRelease => ({
			...{ ...seen('blood-donations', 12, 'drives'), until },
			cells: [{ key: 'd', name: '春季义务献血', value: 12, beside: 3600, ...cell }]
		});
		expect(read(seen('blood-donations', 12), drives({}))).toEqual(all);
		for (const other of [{ value: 15 }, { beside: 3300 }, { key: 'e' }, { value: null }])
			expect(read(drives(other)), JSON.stringify(other)).toEqual(all.slice(0, 4));
		expect(read(drives({}), drives({ value: 9 }, 'two')), 'other numbers in between').toEqual(all.slice(0, 4));
		const hidden = read(seen('blood-donations', 11), drives({}));
		expect(hidden, 'their sum is withheld').not.toContain(all[4]);
	});
});

it('of a year of which nothing is known nothing is released', () => {
	expect(closedYearTables(yearOf(2024, quiet, { totals: [{ figure: 'complaints', value: null }] }), [])).toEqual([]);
});

it('of a year in which donors are not known no drive is released, though another figure is known', () => {
	const unknown = [
		{ figure: 'complaints', value: 7 },
		{ figure: 'blood-donations', value: null }
	];
	const tables = closedYearTables(yearOf(2024, quiet, { totals: unknown, drives: [drive] }), []);
	expect(tables.map(({ kind, figure }) => `${kind} ${figure}`)).toEqual(['year complaints']);
});
