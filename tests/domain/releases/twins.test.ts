import { describe, expect, it } from 'vitest';
import { eachTable, eachTableOf, publisher, Twins, type Layout } from './small-towns';

// Two towns are twins where all that is published of them is the same. A number is given away where all twins have it, so each village that
// held one or two somewhere needs a twin that held another number there. The attacker knows the code: why a table is coarse tells, too.

const layouts: Record<string, Layout> = {
	'2 villages × 4 quarters, closed at one go': {
		villages: 2,
		months: [1, 4, 7, 10],
		kinds: ['wedding'],
		isMonthly: false
	},
	'2 villages × 4 months, closed month by month': {
		villages: 2,
		months: [8, 9, 11, 12],
		kinds: ['wedding'],
		lastTotal: 72,
		isMonthly: true
	},
	'2 villages × 4 quarters, closed month by month': {
		villages: 2,
		months: [2, 5, 8, 11],
		kinds: ['wedding'],
		lastTotal: 24,
		isMonthly: true
	},
	'3 villages × 3 months, closed at one go': {
		villages: 3,
		months: [3, 11, 12],
		kinds: ['wedding'],
		lastTotal: 72,
		isMonthly: false
	},
	'2 villages × 2 months × 2 groups of occasions': {
		villages: 2,
		months: [1, 7],
		kinds: ['wedding', 'longevity'],
		lastTotal: 72,
		isMonthly: false
	}
};

describe('of every small town that could be, no village is known to have held one or two', () => {
	// So few never reach the sizes at which villages go by half or quarter: this covers the line, the years and the groups.
	it.each(Object.entries(layouts))('%s', (_, layout) => {
		const twins = new Twins();
		const publish = publisher(layout);
		const cells = layout.villages * layout.months.length * layout.kinds.length;
		for (let total = 6; total <= 9; total++) eachTable(cells, total, (table) => twins.add(publish(table), table));
		expect(twins.tables).toBeGreaterThan(10_000);
		expect(twins.givenAway()).toEqual([]);
	});

	it('2 villages × 2 halves, of the sizes from which villages go by half', () => {
		const twins = new Twins();
		const publish = publisher({ villages: 2, months: [1, 7], kinds: ['wedding'], lastTotal: 24, isMonthly: false });
		for (let total = 22; total <= 26; total++) eachTable(4, total, (table) => twins.add(publish(table), table));
		expect(twins.givenAway()).toEqual([]);
	});

	// The years of the villages and the quarters of the town are published, so the tables of these sums are all the twins.
	it('2 villages × 4 quarters, of the sizes from which villages go by quarter', () => {
		const twins = new Twins();
		const publish = publisher({
			villages: 2,
			months: [1, 4, 7, 10],
			kinds: ['wedding'],
			lastTotal: 24,
			isMonthly: false
		});
		const sums = [
			{ rows: [24, 24], columns: [12, 12, 12, 12] },
			{ rows: [24, 24], columns: [13, 12, 12, 11] },
			{ rows: [24, 24], columns: [0, 24, 12, 12] },
			{ rows: [23, 25], columns: [12, 12, 12, 12] },
			{ rows: [25, 24], columns: [13, 12, 12, 12] }
		];
		for (const { rows, columns } of sums) eachTableOf(rows, columns, (table) => twins.add(publish(table), table));
		expect(twins.tables).toBeGreaterThan(5_000);
		expect(twins.givenAway()).toEqual([]);
	});

	it('3 villages × 2 halves, of the sizes from which villages go by half', () => {
		const twins = new Twins();
		const publish = publisher({ villages: 3, months: [1, 7], kinds: ['wedding'], lastTotal: 24, isMonthly: false });
		for (const a of [12, 13, 14])
			for (const b of [12, 13])
				for (let first = 15; first <= 22; first++)
					eachTableOf([a, b, 12], [first, a + b + 12 - first], (table) => twins.add(publish(table), table));
		expect(twins.tables).toBeGreaterThan(5_000);
		expect(twins.givenAway()).toEqual([]);
	});
});
