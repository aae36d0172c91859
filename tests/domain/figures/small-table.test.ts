import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishableCells } from '../../../src/lib/domain/figures/small-table';

/** What is read of a table: numbers, and "·" for what is withheld. */
const picture = (rows: number[][]) => {
	const isPublished = publishableCells(rows);
	return rows.map((row, at) => row.map((value, column) => (isPublished[at]![column] ? value : '·')).join(' '));
};

/** Every withheld cell that is the same in all tables with these sums and published cells: found by trying them all. */
function certain(rows: number[][]): number {
	const isPublished = publishableCells(rows);
	const places = rows.flatMap((row, at) =>
		row.flatMap((_, column) => (isPublished[at]![column] ? [] : [{ at, column }]))
	);
	const left = {
		rows: rows.map((row, at) => row.reduce((sum, value, column) => sum + (isPublished[at]![column] ? 0 : value), 0)),
		columns: rows[0]!.map((_, column) =>
			rows.reduce((sum, row, at) => sum + (isPublished[at]![column] ? 0 : row[column]!), 0)
		)
	};
	const found: Set<number>[] = places.map(() => new Set());
	const tried: number[] = [];
	(function fill(nth: number) {
		if (nth === places.length) {
			if ([...left.rows, ...left.columns].every((sum) => sum === 0))
				tried.forEach((value, at) => found[at]!.add(value));
			return;
		}
		const { at, column } = places[nth]!;
		for (let value = 0; value <= Math.min(left.rows[at]!, left.columns[column]!); value++) {
			left.rows[at]! -= value;
			left.columns[column]! -= value;
			tried[nth] = value;
			fill(nth + 1);
			left.rows[at]! += value;
			left.columns[column]! += value;
		}
	})(0);
	return found.filter(({ size }) => size === 1).length;
}

describe('a table that crosses two things', () => {
	it('is published whole where nothing is small', () => {
		expect(
			picture([
				[5, 0, 7],
				[3, 4, 9]
			])
		).toEqual(['5 0 7', '3 4 9']);
	});

	it('withholds a small number with three others, so that neither its row nor its column gives it away', () => {
		expect(
			picture([
				[1, 5, 9],
				[6, 7, 8],
				[9, 9, 9]
			])
		).toEqual(['· · 9', '· · 8', '9 9 9']);
	});

	it('lets no withheld number be worked out by adding and subtracting: every table of these sums, tried', () => {
		const table = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), {
			minLength: 3,
			maxLength: 3
		});
		fc.assert(
			fc.property(table, (rows) => {
				const isPublished = publishableCells(rows);
				rows.forEach((row, at) =>
					row.forEach((value, column) => {
						if (value > 0 && value < 3) expect(isPublished[at]![column]).toBe(false);
					})
				);
				// With everything withheld, a sum of 0 or 1 still gives its cells away.
				if (isPublished.flat().some(Boolean)) expect(certain(rows)).toBe(0);
			}),
			// Each run tries thousands of tables: a hundred are enough to find a hole.
			{ numRuns: 100 }
		);
	});
});
