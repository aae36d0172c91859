import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { suppress, type PublicCell } from '$lib/domain/figures/small-numbers';

const cellsOf = (values: readonly number[]) => values.map((value, key) => ({ key, value }));

/** A breakdown as the public reads it: numbers, "<3" and "·" for what is not listed. */
const picture = (cells: readonly PublicCell<unknown>[]) =>
	cells.map(({ value, shown }) => (shown === 'few' ? '<3' : shown === 'hidden' ? '·' : String(value))).join(' ');

const read = (values: readonly number[]) => picture(suppress(cellsOf(values)));

describe('a public breakdown', () => {
	test.each<[string, number[], string]>([
		['shows what is not small', [12, 0, 3, 40], '12 0 3 40'],
		[
			'hides the next smallest beside a lone small cell, so that the total does not reveal it',
			[1, 9, 5, 20],
			'<3 9 · 20'
		],
		['needs no second cell where the small ones are mixed', [1, 2, 9], '<3 <3 9'],
		['hides one more where the sum would say 1 and 1', [1, 1, 9, 20], '<3 <3 · 20'],
		['hides one more where the sum would say 2 and 2', [2, 2, 9, 20], '<3 <3 · 20'],
		['says no more than "not listed" where 4 could only be 1 and 3', [1, 3, 20], '· · 20'],
		['hides equal cells together', [1, 5, 5, 20], '· · · 20'],
		['says no more than "not listed" where the hidden cell would lie just under the next', [2, 5, 6], '· · 6'],
		['shows zeros, which describe no household', [0, 1, 0, 7, 30], '0 <3 0 · 30'],
		['hides the zeros where nothing else is left to hide behind', [0, 2, 0], '· · ·'],
		['withholds a lone cell, whose total is not to be printed', [2], '<3'],
		['may be empty', [], '']
	])('%s', (_, values, shown) => {
		expect(read(values)).toBe(shown);
	});

	test('keeps keys and order, and gives no value away with a withheld cell', () => {
		expect(
			suppress([
				{ key: '三星村', value: 2 },
				{ key: '河沙村', value: 8 },
				{ key: '中坝村', value: 30 }
			])
		).toEqual([
			{ key: '三星村', value: null, shown: 'few' },
			{ key: '河沙村', value: null, shown: 'hidden' },
			{ key: '中坝村', value: 30, shown: 'exact' }
		]);
	});
});

/** Every list of so many counts with this sum. */
function* listsOf(length: number, sum: number): Generator<number[]> {
	if (length === 0) {
		if (sum === 0) yield [];
		return;
	}
	for (let first = 0; first <= sum; first++)
		for (const rest of listsOf(length - 1, sum - first)) yield [first, ...rest];
}

/** Whether the total alone says what each cell is: a lone cell is its total, and cells of 1 make a total equal to their number. */
const isBeyondHelp = (values: readonly number[]) =>
	values.length === 1 || (values.length > 2 && values.every((value) => value === 1));

/** Cells whose value is the same in all `candidates`, though withheld. */
const revealed = (values: readonly number[], candidates: readonly number[][]) =>
	suppress(cellsOf(values)).filter(
		({ key, shown }) => shown !== 'exact' && candidates.every((candidate) => candidate[key] === values[key])
	);

describe('from what is shown and the total, by brute force over every list of up to five counts with a total up to 16,', () => {
	const totals = Array.from({ length: 17 }, (_, total) => total);

	test.each([2, 3, 4, 5])('no withheld value of %i is certain, even to a reader who knows this code', (length) => {
		for (const total of totals) {
			const byPicture = new Map<string, number[][]>();
			for (const values of listsOf(length, total)) {
				const seen = read(values);
				byPicture.set(seen, [...(byPicture.get(seen) ?? []), values]);
			}
			for (const candidates of byPicture.values()) {
				for (const values of candidates) {
					if (!isBeyondHelp(values)) expect(revealed(values, candidates), `${values}`).toEqual([]);
				}
			}
		}
	});
});

describe('whatever the counts,', () => {
	const count = fc.oneof(fc.nat(4), fc.nat(60));
	const counts = fc.array(count, { maxLength: 14 });

	test.prop([counts])('no 1 or 2 is shown', (values) => {
		for (const { value, shown } of suppress(cellsOf(values))) {
			if (shown === 'exact') expect([1, 2]).not.toContain(value);
			else expect(value).toBeNull();
		}
	});

	test.prop([counts])('one withheld cell is never alone beside others', (values) => {
		const withheld = suppress(cellsOf(values)).filter(({ shown }) => shown !== 'exact');
		if (values.length > 1) expect(withheld.length).not.toBe(1);
	});

	test.prop([counts])('"<3" means 1 or 2 only, and nothing is hidden where nothing is small', (values) => {
		const cells = suppress(cellsOf(values));
		for (const { key, shown } of cells) if (shown === 'few') expect([1, 2]).toContain(values[key]);
		if (!values.some((value) => value === 1 || value === 2))
			expect(cells.every(({ shown }) => shown === 'exact')).toBe(true);
	});

	test.prop([counts])('a withheld value could have been another, by the meaning of the words alone', (values) => {
		if (values.length < 2 || isBeyondHelp(values)) return;
		const cells = suppress(cellsOf(values)).filter(({ shown }) => shown !== 'exact');
		const least = cells.map(({ shown }) => (shown === 'few' ? 1 : 0));
		const most = cells.map(({ shown }) => (shown === 'few' ? 2 : Infinity));
		const sum = cells.reduce((so, { key }) => so + values[key]!, 0);
		const total = (bounds: number[]) => bounds.reduce((so, bound) => so + bound, 0);
		if (cells.length > 0) expect(sum > total(least) && sum < total(most)).toBe(true);
	});
});
