// Merged ranges of a sheet that do not lie over each other. It is JavaScript: the process that reads ledger files runs it from the sources.

/** Places in a range (first row, first column, last row, last column) by which it is looked at: its line, and from where to where it is in it. */
export const downwards = /** @type {const} */ ({ line: 1, from: 0, to: 2 });
export const across = /** @type {const} */ ({ line: 0, from: 1, to: 3 });

/**
 * The ranges in the order of the columns (or rows) that they begin in. No spreadsheet merges a cell twice. Where a file does, the range counts that
 * begins first, so that the work is no more than the cells of a sheet, however many ranges there are.
 * @param {readonly number[][]} ranges
 * @param {typeof downwards | typeof across} way
 */
export function apart(ranges, { line, from, to }) {
	const at = (/** @type {readonly number[]} */ range, /** @type {number} */ place) => range[place] ?? 0;
	const sorted = ranges.toSorted((one, other) => at(one, line) - at(other, line) || at(one, from) - at(other, from));
	/** @type {readonly number[] | null} */
	let last = null;
	return sorted.filter((range) => {
		if (last && at(last, line) === at(range, line) && at(range, from) <= at(last, to)) return false;
		last = range;
		return true;
	});
}
