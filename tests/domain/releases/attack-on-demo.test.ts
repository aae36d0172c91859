import { describe, expect, it } from 'vitest';
import { Attacker, exactly, type Fact } from './attacker';
import demo from './demo-banquets.json' with { type: 'json' };
import { factsOf, Unknowns } from './known-facts';
import { smallCells } from './small-cells';
import { releasesOf, type Town } from './town-of-banquets';

/**
 * What the pages once printed of 2024, a village a line: numbers, "少于3" (few), "不单列" (rest), beside the sums of each village and of each
 * month. It is the attacker's control: what finds nothing here is blind.
 */
const printed = {
	villages: ['三星', '河沙', '中坝', '桥头'],
	cells: [
		['few', 10, 'rest', 'few', 7, 'rest', 'few', 'rest', 6, 'rest', 'few', 'few'],
		[7, 3, 'few', 4, 0, 0, 'rest', 'rest', 'few', 8, 'few', 'few'],
		[8, 10, 'few', 'few', 'few', 'few', 0, 4, 'few', 0, 'few', 'few'],
		['rest', 9, 5, 'rest', 'rest', 5, 'few', 4, 3, 'rest', 'few', 'few']
	],
	byVillage: [44, 38, 33, 46],
	byMonth: [20, 32, 12, 9, 15, 11, 6, 16, 12, 15, 5, 8]
} as const;

describe('an attacker with an integer program', () => {
	it('found seven withheld cells in what the pages once printed of 2024', () => {
		const place = (village: number, month: number) => village * 12 + month;
		const bounds = { few: { least: 1, most: 2 }, rest: { least: 3, most: Infinity } };
		const facts = [
			...printed.byVillage.map((total, village) =>
				exactly(
					printed.byMonth.map((_, month) => place(village, month)),
					total
				)
			),
			...printed.byMonth.map((total, month) =>
				exactly(
					printed.byVillage.map((_, village) => place(village, month)),
					total
				)
			),
			...printed.cells.flatMap((row, village) =>
				row.map((cell, month): Fact => {
					const of = [place(village, month)];
					return typeof cell === 'number' ? exactly(of, cell) : { of, ...bounds[cell] };
				})
			)
		];
		const attacker = new Attacker(48, facts);
		const found = printed.cells.flatMap((row, village) =>
			row.flatMap((cell, month) => {
				const of = [place(village, month)];
				const [least, greatest] = [attacker.least(of), attacker.greatest(of)];
				return typeof cell !== 'number' && least === greatest
					? [`${printed.villages[village]} ${month + 1}月 ${least}`]
					: [];
			})
		);
		expect(found).toEqual([
			'三星 4月 1',
			'三星 12月 2',
			'河沙 12月 2',
			'中坝 4月 1',
			'中坝 12月 2',
			'桥头 4月 3',
			'桥头 12月 2'
		]);
	});

	it.each([
		['2024', 403, 128],
		['2023', undefined, 181]
	] as const)('finds no one or two in the releases of %s', (year, lastTotal, small) => {
		const town: Town = demo[year];
		const unknowns = new Unknowns(town.length);
		const attacker = new Attacker(unknowns.count(), factsOf(releasesOf(town, lastTotal), unknowns));
		const cells = smallCells(town, unknowns);
		expect(cells).toHaveLength(small);
		expect(attacker.knownBelow(3, cells)).toEqual([]);
	});
});
