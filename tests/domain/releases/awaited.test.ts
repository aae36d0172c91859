import { describe, expect, it } from 'vitest';
import { awaitedCell, awaitedIn } from '../../../src/lib/domain/releases/awaited';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
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
});
