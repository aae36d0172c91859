import { describe, expect, it } from 'vitest';
import { settle, type SettledYear } from '../../../src/lib/domain/releases/settled-year';
import { byQuarter, yearOf } from './demo-year';

const twelve = (value: number) => Array.from({ length: 12 }, () => value);
const settled = (over: Partial<SettledYear> = {}): SettledYear => ({
	...{ totals: new Map([['banquets-held', 3]]), months: new Map(), banquets: [], pledges: new Map() },
	...over
});
const valueOf = (counted: number | null, over: Partial<SettledYear> = {}) =>
	settle(yearOf(2024, twelve(1), { totals: [{ figure: 'banquets-held', value: counted }] }), settled(over)).totals[0]!
		.value;

describe('a year as its snapshots settled it', () => {
	it('has the total of the snapshot, whatever came later', () => {
		expect(valueOf(5)).toBe(3);
		expect(valueOf(null), 'also where a village did not report a month, as it was not asked to then').toBe(3);
	});

	it('takes a settled none for one only where every village reported it', () => {
		const none = { totals: new Map([['banquets-held', 0]]) };
		expect([valueOf(4, none), valueOf(null, none)]).toEqual([0, null]);
	});

	it('has no total of a figure that no snapshot has', () => {
		expect(valueOf(4, { totals: new Map() })).toBeNull();
	});

	it('that was closed in parts adds up the months of these', () => {
		expect(valueOf(4, { totals: null, months: new Map([['banquets-held', twelve(2)]]) })).toBe(24);
		expect(valueOf(4, { totals: null }), 'and counts what has no months').toBe(4);
	});

	it('has the months, villages and occasions of the records that are listed', () => {
		const counts = yearOf(2024, twelve(9), {
			villages: byQuarter({ a: [9, 0, 0, 0], b: [9, 0, 0, 0] }),
			occasions: byQuarter({ wedding: [18, 0, 0, 0] })
		});
		const banquets = [
			{ village: 'a', occasion: 'wedding', month: 3 },
			{ village: 'a', occasion: 'wedding', month: 3 }
		];
		const year = settle(counts, settled({ months: new Map([['banquets-held', twelve(2)]]), banquets }));
		expect(year.lines[0]!.months).toEqual(twelve(2));
		expect(year.villages.map(({ months }) => months[3])).toEqual([2, 0]);
		expect(year.occasions[0]!.months).toEqual([0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
		const gone = settle(counts, settled({ banquets: [{ village: null, occasion: 'wedding', month: 3 }] }));
		expect(gone.villages, 'a record without a village leaves no table').toEqual([]);
	});

	it('has a settled none for a month only where every village reported it, or the year has any', () => {
		const monthsOf = (counted: (number | null)[], listed?: number[]) =>
			settle(
				yearOf(2024, [], { lines: [{ figure: 'banquets-held', begins: 0, months: counted }] }),
				settled({ months: new Map(listed ? [['banquets-held', listed]] : []) })
			).lines[0]!.months;
		expect(monthsOf([null, 4])).toEqual([null, 4]);
		expect(monthsOf([5, null]), 'of a figure that was not settled then').toEqual([5, null]);
		expect(monthsOf([null, 4], [0, 0])).toEqual([null, 0]);
		expect(monthsOf([null, 4, null], [0, 3])).toEqual([0, 3, null]);
	});

	it('has spending saved and drives only where the records still come to the same', () => {
		const saved = { banquets: 4, yuan: 1600 };
		const drives = [{ key: 'd', title: '', place: '', on: '2024-03-01', donors: 9, millilitres: 2700 }];
		const counts = yearOf(2024, twelve(0), {
			...{ saved, drives, occasions: byQuarter({ wedding: [3, 0, 0, 0] }) },
			totals: [
				{ figure: 'banquets-held', value: 3 },
				{ figure: 'blood-donations', value: 9 },
				{ figure: 'blood-millilitres', value: 2700 }
			]
		});
		const totals = new Map([...counts.totals.map(({ figure, value }) => [figure, value] as const)]);
		expect(settle(counts, settled({ totals }))).toMatchObject({ saved, drives });
		const others = new Map([...totals, ['banquets-held', 4], ['blood-donations', 8]] as const);
		expect(settle(counts, settled({ totals: others }))).toMatchObject({ saved: null, drives: [] });
		for (const figure of ['blood-donations', 'blood-millilitres'])
			expect(settle(counts, settled({ totals: new Map([...totals, [figure, 8] as const]) }))).toMatchObject({
				saved,
				drives: []
			});
		const less = settle(counts, settled({ totals: new Map([...totals, ['banquets-held', 4] as const]) }));
		expect(less).toMatchObject({ saved: null, drives });
	});

	it('has the pledges that were listed at the end of a closed period', () => {
		const village = { key: 'a', name: '', nameEn: null, pledged: 9, registered: 100 };
		const ends = ['2024-03-31', '2024-12-31'].map((toOn) => ({ toOn, pledged: 10, villages: [village] }));
		const year = settle(
			yearOf(2024, twelve(0), { coverage: ends }),
			settled({
				pledges: new Map([
					[
						'2024-12-31',
						new Map([
							['a', 7],
							['elsewhere', 1]
						])
					]
				])
			})
		);
		expect(year.coverage.map(({ villages }) => villages[0]!.pledged)).toEqual([9, 7]);
		expect(year.coverage.map(({ pledged }) => pledged)).toEqual([10, 8]);
	});
});
