import { describe, expect, it } from 'vitest';
import { awaitedCell, awaitedIn, isOfBanquets } from '../../../src/lib/domain/releases/awaited';
import type { EarlierRelease, Release } from '../../../src/lib/domain/releases/release';
import { tellYear, type ReleasedBefore } from '../../../src/lib/domain/releases/tell-year';
import { yearOf } from './demo-year';

const village = { key: 's', name: '三星村', nameEn: null, value: null, states: '1' };
const seen = (...numbers: number[]) =>
	numbers.map((number) => ({ kind: 'ledger' as const, cells: [village, awaitedCell(number, [])] }));

describe('how many banquets have no outcome', () => {
	it('is given as a number from three on, as few below, and not at all where there is none', () => {
		const given = [0, 1, 2, 3, 4].map((number) => awaitedIn(seen(number)[0]!));
		expect(given).toEqual([null, 'few', 'few', 3, 4]);
	});

	it('is not given by a release that was written before it was kept', () => {
		expect([awaitedIn(null), awaitedIn({ cells: [village] })]).toEqual([null, null]);
	});

	it('changes by none or at least three from whatever was read of the year, else it stays as it was read last', () => {
		const next = (now: number, ...before: number[]) => awaitedIn({ cells: [awaitedCell(now, seen(...before))] });
		expect([next(3, 4), next(2, 4), next(5, 4), next(4, 4)], 'a household').toEqual([4, 4, 4, 4]);
		expect([next(1, 4), next(0, 4), next(7, 4)]).toEqual(['few', null, 7]);
		expect([next(0, 1), next(3, 2), next(4, 1), next(5, 2)], 'few may have been one or two').toEqual([
			'few',
			'few',
			'few',
			5
		]);
		expect(next(5, 8, 4), 'also from an earlier one').toBe(4);
		expect(next(2, 0)).toBeNull();
	});

	it('is published with who reported of a closed year, after the villages, and not of a running one', () => {
		const ledger = [{ key: 's', name: '三星村', nameEn: null, states: '111111111111' }];
		const before = { releases: [], earlier: [], lastTotals: new Map(), lastCoverage: null };
		const cellsOf = (over: object) =>
			tellYear(yearOf(2024, Array<number>(12).fill(0), { ledger, ...over }), before).find(
				({ kind }) => kind === 'ledger'
			)!.cells;
		expect(cellsOf({ awaited: 4 })).toEqual([
			{ ...ledger[0], value: null },
			{ key: '', value: 4, shown: 'exact' }
		]);
		expect(cellsOf({ awaited: null })).toHaveLength(1);
	});

	it('is published as few without the number, and compared with who reported alone', () => {
		const cells = [2, 3].map((number) => awaitedCell(number, []));
		expect(cells).toEqual([
			{ key: '', value: null, shown: 'few' },
			{ key: '', value: 3, shown: 'exact' }
		]);
		expect(awaitedCell(4, [{ kind: 'year', cells: [{ key: '', value: 5 }] }]).value).toBe(4);
	});

	it('stays at the next closing as people have read it, also where that was taken back', () => {
		const before = { releases: [], earlier: [], lastTotals: new Map<string, number>(), lastCoverage: null };
		const ledger = [{ key: 's', name: '三星村', nameEn: null, states: '111111111111' }];
		const close = (awaited: number, seen: Partial<ReleasedBefore> = {}) =>
			tellYear(yearOf(2024, Array<number>(12).fill(0), { ledger, awaited }), { ...before, ...seen });
		const awaitedOf = (releases: readonly Release[]) => awaitedIn(releases.find(({ kind }) => kind === 'ledger')!);
		const releases = close(5);
		const earlier = releases.map((one): EarlierRelease => ({ ...one, ended: 'withdrawn', until: 'one' }));
		expect([close(4), close(4, { releases }), close(4, { earlier })].map(awaitedOf)).toEqual([4, 5, 5]);
	});

	it('stands beside banquets that were held and those that were dissuaded', () => {
		const figures = ['banquets-held', 'banquets-dissuaded', 'banquets-declared', ''];
		expect(figures.map(isOfBanquets)).toEqual([true, true, false, false]);
	});
});
