import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds, type Period } from '../../../src/lib/domain/calendar/reporting-period';
import type { EarlierRelease } from '../../../src/lib/domain/releases/release';
import {
	cellsOf,
	isFineBesideAll,
	versionsOf,
	type TableCell
} from '../../../src/lib/domain/releases/release-differences';

const [first, second] = [quarterBounds(2024, 1), quarterBounds(2024, 2)];
const half = { fromOn: first.fromOn, toOn: second.toOn };
const cell = (key: string, value: number | null, block: Period = half): TableCell => ({ key, value, ...block });
const isFine = (now: TableCell[], before: TableCell[]) => isFineBesideAll(now, [before]);

describe('a number beside an earlier one of the same months', () => {
	it.each([
		[9, true],
		[10, false],
		[11, false],
		[12, true],
		[8, false],
		[7, false],
		[6, true]
	])('%i beside 9: %s', (now, may) => expect(isFine([cell('a', now)], [cell('a', 9)])).toBe(may));

	it('is looked at class by class, and a class that one of them does not list is none there', () => {
		expect(isFine([cell('a', 10), cell('b', 8)], [cell('a', 9), cell('b', 9)])).toBe(false);
		for (const [listed, may] of [
			[0, true],
			[2, false],
			[3, true]
		] as const) {
			expect(isFine([cell('a', 9), cell('b', listed)], [cell('a', 9)])).toBe(may);
			expect(isFine([cell('a', 9)], [cell('a', 9), cell('b', listed)])).toBe(may);
		}
	});

	it('leaves open what it differs by where either is withheld', () => {
		for (const [now, before] of [
			[null, 9],
			[9, null],
			[null, 0],
			[0, null],
			[null, null]
		] as const)
			expect(isFine([cell('a', now)], [cell('a', before)]), `${now} ${before}`).toBe(false);
	});

	it('is looked at beside every version', () => {
		expect(isFineBesideAll([cell('a', 9)], [[cell('a', 9)], [cell('a', 8)]])).toBe(false);
		expect(isFineBesideAll([cell('a', 9)], [])).toBe(true);
	});
});

describe('tables that go by other blocks', () => {
	const quarters = (one: number, two: number) => [cell('a', one, first), cell('a', two, second)];

	it('are looked at in the shortest blocks in which both can be read', () => {
		expect(isFine(quarters(4, 5), [cell('a', 9)])).toBe(true);
		expect(isFine(quarters(4, 7), [cell('a', 9)])).toBe(false);
		expect(isFine([cell('a', 9)], quarters(4, 5))).toBe(true);
		expect(isFine([cell('a', 9)], quarters(4, 6))).toBe(false);
		const cut = [
			cell('a', 4, { fromOn: '2024-01-01', toOn: '2024-02-29' }),
			cell('a', 5, { fromOn: '2024-03-01', toOn: '2024-06-30' })
		];
		expect(isFine(cut, quarters(3, 6))).toBe(true);
		expect(isFine(cut, quarters(3, 5))).toBe(false);
	});

	it('are so in whatever order their cells are listed', () => {
		expect(isFine(quarters(9, 9).toReversed(), quarters(10, 9).toReversed())).toBe(false);
		expect(isFine(quarters(9, 9).toReversed(), quarters(9, 10).toReversed())).toBe(false);
		expect(isFine(quarters(9, 9).toReversed(), quarters(9, 9))).toBe(true);
	});

	it('are joined where their blocks overlap, also in the second half', () => {
		const [third, fourth] = [quarterBounds(2024, 3), quarterBounds(2024, 4)];
		const before = [...quarters(4, 5), cell('a', 6, third), cell('a', 7, fourth)];
		const now = (last: number) => [
			...quarters(4, 5),
			cell('a', 5, { ...third, toOn: '2024-08-31' }),
			cell('a', last, { ...fourth, fromOn: '2024-09-01' })
		];
		expect(isFine(now(8), before)).toBe(true);
		expect(isFine(now(9), before)).toBe(false);
	});

	it('leave nothing to subtract where one of them goes on beyond the other', () => {
		expect(isFine(quarters(9, 5), [cell('a', 9, first)])).toBe(true);
		expect(isFine([cell('a', 9, first)], quarters(9, 5))).toBe(true);
		expect(isFine([cell('a', 9)], [cell('a', 8, first)]), 'a block of which only a part was seen').toBe(true);
	});

	it('are not fine where the table cuts a block that was seen', () => {
		expect(isFine([cell('a', 9, first)], [cell('a', 9)])).toBe(false);
	});
});

describe('the versions of a table that were seen', () => {
	const seen = (until: string, value: number, over: Partial<EarlierRelease> = {}): EarlierRelease => ({
		...{ figure: 'banquets-held', kind: 'line', year: 2024, ...first, ended: 'withdrawn', until },
		cells: [{ key: '', value }],
		...over
	});

	it('are those of one figure and kind, each by what ended it', () => {
		const earlier = [
			seen('one', 4),
			seen('one', 5, second),
			seen('two', 6),
			seen('two', 7, { figure: 'complaints' }),
			seen('two', 8, { kind: 'year' })
		];
		expect(versionsOf(earlier, 'banquets-held', 'line')).toEqual([
			[cell('', 4, first), cell('', 5, second)],
			[cell('', 6, first)]
		]);
		expect(versionsOf(earlier, 'banquets-held', 'villages')).toEqual([]);
	});

	it('of a line are of its spans, of a table of its blocks, or of the year', () => {
		expect(cellsOf(seen('one', 4))).toEqual([cell('', 4, first)]);
		const cells = [
			{ key: 'a', value: 4, ...second },
			{ key: 'b', value: 5 }
		];
		expect(cellsOf(seen('one', 4, { kind: 'villages', cells }))).toEqual([
			cell('a', 4, second),
			cell('b', 5, yearBounds(2024))
		]);
	});
});
