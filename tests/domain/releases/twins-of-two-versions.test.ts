import { describe, expect, it } from 'vitest';
import type { Release } from '../../../src/lib/domain/releases/release';
import { isFew } from '../../../src/lib/domain/figures/small-numbers';
import { eachTable, eachTableOf, type Table } from './small-towns';
import { publishedAgain, publishedAnew, weddings, type Versions } from './two-versions';

// As with twins: where all pairs of tables that publish the same agree in a number, it is given away. Here a reader has seen a year twice, so
// what came or went between the versions must not be known to be one or two in a village either.

/** Two villages × two halves: a cell is all of a village's banquets of a half, in its first month. */
const months = [1, 7];
const townOf = (table: Table) =>
	weddings(
		[0, 1].map((village) =>
			Array.from({ length: 12 }, (_, at) =>
				months.includes(at + 1) ? table[village * 2 + months.indexOf(at + 1)]! : 0
			)
		)
	);

const textOf = (releases: readonly Release[]) =>
	releases
		.map(
			({ kind, fromOn, toOn, cells }) =>
				`${kind} ${fromOn} ${toOn} ${cells.map(({ fromOn, value, shown }) => `${fromOn ?? ''} ${value ?? shown}`).join()}`
		)
		.join(';');

/** Pairs that publish the same: of each number (first, second, their difference) what it is in all of them, or null. */
class Pairs {
	readonly #groups = new Map<string, (number | null)[]>();
	pairs = 0;
	second = 0;

	add({ first, second }: Versions, tables: readonly [Table, Table], total: number): void {
		this.pairs++;
		if (second.length > 1) this.second++;
		const [was, is] = tables;
		const numbers = [...was, ...is, ...was.map((count, at) => Math.abs(is[at]! - count))];
		// How many came or went in the whole town is always given.
		const seen = `${textOf(first)} | ${textOf(second)} | ${total}`;
		const known = this.#groups.get(seen);
		if (!known) this.#groups.set(seen, numbers);
		else for (const [at, number] of numbers.entries()) if (known[at] !== number) known[at] = null;
	}

	givenAway = () =>
		[...this.#groups]
			.filter(([, numbers]) => numbers.some((number) => number !== null && isFew(number)))
			.map(([seen, numbers]) => `${numbers.join()} ${seen}`);
}

/** First tables of the sizes from which villages go by half, and of those that go by year. */
const margins = [
	{ rows: [12, 12], columns: [12, 12] },
	{ rows: [13, 12], columns: [13, 12] },
	{ rows: [6, 5], columns: [6, 5] }
];

const tablesOf = (rows: readonly number[], columns: readonly number[]) => {
	const tables: Table[] = [];
	eachTableOf(rows, columns, (table) => tables.push([...table]));
	return tables;
};

const changes = (most: number) => {
	const all: Table[] = [];
	for (let total = 0; total <= most; total++) eachTable(4, total, (table) => all.push([...table]));
	return all;
};

const sum = (table: Table) => table.reduce((all, count) => all + count, 0);
const add = (table: Table, change: Table, sign: 1 | -1) => table.map((count, at) => count + sign * change[at]!);

describe('of a year that was published twice no village is known to have had one or two, nor one or two more', () => {
	it.each(margins)('with late records, published anew: $rows × $columns', ({ rows, columns }) => {
		const pairs = new Pairs();
		for (const first of tablesOf(rows, columns))
			for (const change of changes(5)) {
				const second = add(first, change, 1);
				pairs.add(publishedAnew(townOf(first), townOf(second), 24), [first, second], sum(change));
			}
		expect(pairs.pairs).toBeGreaterThan(500);
		expect(pairs.second, 'some are').toBeGreaterThan(0);
		expect(pairs.givenAway().slice(0, 3)).toEqual([]);
	});

	it.each(margins)('with wrong records, taken back and published again: $rows × $columns', ({ rows, columns }) => {
		const pairs = new Pairs();
		for (const first of tablesOf(rows, columns))
			for (const change of changes(6)) {
				const second = add(first, change, -1);
				if (second.some((count) => count < 0)) continue;
				pairs.add(publishedAgain(townOf(first), townOf(second), 24), [first, second], sum(change));
			}
		expect(pairs.second, 'some come with tables').toBeGreaterThan(0);
		expect(pairs.givenAway().slice(0, 3)).toEqual([]);
	});
});
