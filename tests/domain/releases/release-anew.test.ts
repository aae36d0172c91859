import { describe, expect, it } from 'vitest';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import type { EarlierRelease, Release } from '../../../src/lib/domain/releases/release';
import { replacedKinds, tellAnew } from '../../../src/lib/domain/releases/release-anew';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { countsOf, releasesOf, type Town } from './town-of-banquets';

/** Two villages with nine weddings and nine funerals in the first month of each quarter. */
const even: Town = [0, 1].map(() =>
	Array.from({ length: 12 }, (_, month) => occasions.map((_, at) => (month % 3 === 0 && at < 2 ? 9 : 0)))
);

type Change = [village: number, month: number, occasion: number, more: number];
const changed = (changes: readonly Change[]): Town =>
	even.map((months, village) =>
		months.map((kinds, month) =>
			kinds.map((count, at) =>
				changes
					.filter((one) => one[0] === village && one[1] === month && one[2] === at)
					.reduce((sum, [, , , more]) => sum + more, count)
			)
		)
	);

const published = () => releasesOf(even, 72);
const anew = (changes: readonly Change[], releases = published(), earlier: readonly EarlierRelease[] = []) =>
	tellAnew(countsOf(changed(changes)), { releases, earlier });
const numbers = (releases: readonly Release[], kind: Release['kind']) =>
	releases.filter((one) => one.kind === kind).flatMap(({ cells }) => cells.map(({ value }) => value));
const ended = (releases: readonly Release[], how: EarlierRelease['ended']): EarlierRelease[] =>
	releases.map((release) => ({ ...release, ended: how, until: how }));

describe('a year with late records, when the next year is closed', () => {
	it('is published anew in the same cells where every difference is none or at least three', () => {
		const releases = anew([[0, 3, 0, 3]]);
		expect(numbers(releases, 'year')).toEqual([147]);
		expect(numbers(releases, 'line')).toEqual([36, 0, 0, 39, 0, 0, 36, 0, 0, 36, 0, 0]);
		expect(numbers(releases, 'villages')).toEqual([18, 21, 18, 18, 18, 18, 18, 18]);
		expect(numbers(releases, 'groups').slice(0, 4)).toEqual([18, 21, 18, 18]);
		expect(releases.map(({ kind, fromOn, cells }) => `${kind} ${fromOn} ${cells.length}`)).toEqual(
			published()
				.filter(({ kind }) => kind !== 'ledger')
				.map(({ kind, fromOn, cells }) => `${kind} ${fromOn} ${cells.length}`)
				.toSorted(inOrder)
		);
	});

	it('is not where one cell of any table differs by one or two', () => {
		expect(anew([[0, 3, 0, 2]]), 'the year').toEqual([]);
		expect(
			anew([
				[0, 3, 0, 2],
				[0, 6, 0, 2]
			]),
			'months and quarters'
		).toEqual([]);
		expect(
			anew([
				[0, 3, 0, 2],
				[1, 3, 0, 2]
			]),
			'villages'
		).toEqual([]);
		expect(
			anew([
				[0, 3, 0, 2],
				[0, 3, 1, 2]
			]),
			'groups'
		).toEqual([]);
		expect(
			anew([
				[0, 3, 0, 3],
				[1, 3, 0, -3]
			]).length,
			'moved by three'
		).toBeGreaterThan(0);
		expect(
			anew([
				[0, 3, 0, 3],
				[1, 3, 0, -1]
			]),
			'one struck out beside them'
		).toEqual([]);
	});

	it('is not where nothing changed, where a number became small, or where a village is not in the table', () => {
		expect(anew([])).toEqual([]);
		expect(anew([[0, 1, 0, 2]]), 'a month of two').toEqual([]);
		const counts = countsOf(changed([[0, 3, 0, 3]]));
		const third = { key: '9', months: [0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0] };
		expect(
			tellAnew({ ...counts, villages: [...counts.villages, third] }, { releases: published(), earlier: [] })
		).toEqual([]);
	});

	it('is once, and beside what was withdrawn before only where that differs well, too', () => {
		const first = anew([[0, 3, 0, 3]]);
		expect(anew([[0, 3, 0, 6]], first, ended(published(), 'replaced'))).toEqual([]);
		expect(anew([[0, 3, 0, 6]], first, ended(published(), 'withdrawn')).length).toBeGreaterThan(0);
		const close = releasesOf(changed([[0, 3, 0, 5]]), 72);
		expect(anew([[0, 3, 0, 6]], first, ended(close, 'withdrawn'))).toEqual([]);
	});
});

describe('what is published anew', () => {
	it('are the tables and what saved, and the notes of what came later go', () => {
		expect(replacedKinds).toEqual(['year', 'line', 'villages', 'groups', 'occasions', 'saved', 'later']);
	});

	it('is looked at figure by figure', () => {
		const complaints: Release = {
			...{ figure: 'complaints', kind: 'year', year: 2024, fromOn: '2024-01-01', toOn: '2024-12-31' },
			cells: [{ key: '', value: 7 }]
		};
		const releases = [...published(), complaints];
		const counts = countsOf(changed([[0, 3, 0, 3]]));
		const totals = (value: number) => ({ ...counts, totals: [...counts.totals, { figure: 'complaints', value }] });
		const figuresOf = (found: readonly Release[]) => [...new Set(found.map(({ figure }) => figure))];
		expect(figuresOf(tellAnew(totals(7), { releases, earlier: [] }))).toEqual(['banquets-held']);
		expect(figuresOf(tellAnew(totals(10), { releases, earlier: [] }))).toEqual(['banquets-held', 'complaints']);
		const once = ended([complaints], 'replaced');
		expect(figuresOf(tellAnew(totals(10), { releases, earlier: once }))).toEqual(['banquets-held']);
	});
});

describe('a year that was taken back', () => {
	/** What is published of a year after other numbers of it were seen and taken back. */
	const again = (changes: readonly Change[]) =>
		tellYear(countsOf(changed(changes)), {
			releases: [],
			earlier: ended(published(), 'withdrawn'),
			lastTotals: new Map([['banquets-held', 72]]),
			lastCoverage: null
		});
	const spans = (releases: readonly Release[]) =>
		releases
			.filter(({ kind }) => kind === 'line')
			.map(
				({ fromOn, toOn, cells }) => `${Number(fromOn.slice(5, 7))}-${Number(toOn.slice(5, 7))}: ${cells[0]!.value}`
			);

	it('comes as it was where every difference is none or at least three', () => {
		const releases = again([[0, 3, 0, -3]]);
		expect(spans(releases)).toHaveLength(12);
		expect(numbers(releases, 'year'), 'once').toEqual([141]);
		expect(numbers(releases, 'villages')).toEqual([18, 15, 18, 18, 18, 18, 18, 18]);
	});

	it('comes with its totals alone where one cell of any table differs by one or two, or became small', () => {
		const kindsOf = (changes: readonly Change[]) => [...new Set(again(changes).map(({ kind }) => kind))];
		expect(kindsOf([[0, 3, 0, -3]])).toEqual(['line', 'year', 'villages', 'groups', 'occasions']);
		expect(
			kindsOf([
				[0, 3, 0, -2],
				[0, 6, 0, -2]
			]),
			'months'
		).toEqual(['year']);
		expect(
			kindsOf([
				[0, 3, 0, -2],
				[1, 3, 0, -2]
			]),
			'villages'
		).toEqual(['year']);
		expect(
			kindsOf([
				[0, 3, 0, -9],
				[0, 3, 1, -7]
			]),
			'a quarter of two'
		).toEqual(['year']);
	});

	it('has no line and no tables where the year itself differs by one or two, which it says', () => {
		const releases = again([[0, 3, 0, -1]]);
		expect(releases.map(({ kind }) => kind)).toEqual(['year']);
		expect(numbers(releases, 'year')).toEqual([143]);
	});
});

const kindsInOrder = ['year', 'line', 'villages', 'groups', 'occasions', 'saved'];
function inOrder(one: string, other: string): number {
	const nth = (text: string) => kindsInOrder.indexOf(text.split(' ')[0]!);
	return nth(one) - nth(other);
}
