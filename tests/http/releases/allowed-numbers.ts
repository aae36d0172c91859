import { coverage } from '../../../src/lib/domain/pledges/pledge';
import { wholeOf, type FigureId } from '../../../src/lib/domain/figures/figure';
import { changeRate, percentOf } from '../../../src/lib/domain/figures/rate';
import { roundDown } from '../../../src/lib/domain/reviews/published-phrase';
import type { Marked } from './marked-releases';

/** What may be printed of releases: cells, sums of cells that lie side by side, what two of them differ by, and by how much percent. */
export class AllowedNumbers {
	readonly #numbers = new Set<number>();
	readonly #rates = new Set<number>();

	constructor(releases: readonly Marked[]) {
		for (const mine of grouped(releases, ({ figure }) => figure)) {
			this.#addGroup(rowsOf(mine.filter(({ kind }) => kind === 'line' || kind === 'year')));
			for (const kind of ['villages', 'groups', 'occasions', 'drives', 'saved', 'later'] as const)
				this.#addGroup(rowsOf(mine.filter((one) => one.kind === kind)));
			this.#addCoverage(mine.filter(({ kind }) => kind === 'coverage'));
		}
		this.#addShares(releases.filter(({ kind }) => kind === 'year'));
	}

	/** Whether a number stands on its own right: as it is, or as a rate where it is one of percent. */
	has = (number: number, isRate: boolean): boolean => (isRate ? this.#rates : this.#numbers).has(Math.abs(number));

	/** The same of a review, which also prints round numbers (200余). */
	hasRound = (number: number, isRate: boolean): boolean =>
		this.has(number, isRate) ||
		(!isRate && [...this.#numbers].some((one) => roundDown(one).floor === Math.abs(number)));

	/** Rows of numbers in the order of their days. Numbers of all rows may be compared. */
	#addGroup(rows: readonly (readonly number[])[]): void {
		const sums = [...new Set(rows.flatMap(sumsOf))];
		for (const [at, one] of sums.entries()) {
			this.#numbers.add(Math.abs(one));
			for (const other of sums.slice(at + 1)) {
				this.#numbers.add(Math.abs(one - other));
				for (const rate of [changeRate(one, other), changeRate(other, one)]) this.#rates.add(Math.abs(rate ?? 0));
			}
		}
	}

	/** What a figure's year is of that of the figure that it is a part of, in percent. */
	#addShares(years: readonly Marked[]): void {
		for (const { figure, year, cells } of years) {
			const whole = years.find((one) => one.figure === wholeOf(figure as FigureId) && one.year === year)?.cells[0]!
				.value;
			if (whole && cells[0]!.value !== null) this.#rates.add(percentOf(cells[0]!.value, whole)!);
		}
	}

	/** Households, and the town's part of them in percent. Steps of villages bear no marks: they are the same in every town. */
	#addCoverage(releases: readonly Marked[]): void {
		const percents = releases.map(({ cells: [town, ...villages] }) => {
			for (const { beside } of [town!, ...villages]) if (beside) this.#numbers.add(beside);
			this.#numbers.add(town!.value!);
			return coverage(town!.value!, town!.beside!)!;
		});
		for (const one of percents) {
			this.#rates.add(one);
			if (Number.isInteger(one)) this.#numbers.add(one);
			for (const other of percents) this.#rates.add(Math.round(Math.abs(one - other) * 10) / 10);
		}
	}
}

/** The numbers of each key of some releases, by their days. */
function rowsOf(releases: readonly Marked[]): number[][] {
	const cells = releases
		.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
		.flatMap(({ kind, year, cells }) =>
			cells.map((cell) => ({ ...cell, row: kind === 'line' ? 'line' : `${kind} ${year} ${cell.key}` }))
		);
	return grouped(cells, ({ row }) => row).map((row) => row.flatMap(({ value }) => (value === null ? [] : [value])));
}

/** Numbers and the sums of those that follow one another. */
function sumsOf(numbers: readonly number[]): number[] {
	return numbers.flatMap((_, from) => {
		let sum = 0;
		return numbers.slice(from).map((number) => (sum += number));
	});
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
	const groups = new Map<string, Item[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return [...groups.values()];
}
