// Blank cells that mean what is written above them. It is JavaScript: the process that reads ledger files runs it from the sources.
import { apart, downwards } from './merged-ranges.js';

/**
 * Lines from the line `first` on; the text of a merged cell goes down to every line that it covers. Where a cell says 同上, it is the one above.
 * @param {import('./ledger-table.js').SheetLines} sheet
 * @param {number} first
 */
export function spreadDown({ lines, merges }, first) {
	const body = lines.slice(first).map(({ at, cells, mark = null }) => ({
		nth: at + 1,
		cells: [...cells],
		spread: /** @type {number[]} */ ([]),
		above: /** @type {Record<number, number>} */ ({}),
		skip: /** @type {import('./ledger-table.js').Skip | null} */ (null),
		mark
	}));
	const textIn = (/** @type {readonly number[]} */ [top = 0, left = 0]) => {
		const line = lines[indexAt(lines, top)];
		return line?.at === top ? (line.cells[left] ?? '') : '';
	};
	const tall = merges.filter((range) => (range[2] ?? 0) > (range[0] ?? 0) && textIn(range) !== '');
	for (const range of apart(tall, downwards)) {
		const [top = 0, left = 0, bottom = 0] = range;
		const text = textIn(range);
		for (let at = Math.max(indexAt(lines, top + 1), first); at < lines.length && (lines[at]?.at ?? 0) <= bottom; at++) {
			const line = body[at - first];
			if (!line) continue;
			while (line.cells.length <= left) line.cells.push('');
			line.cells[left] = text;
			line.spread.push(left);
		}
	}
	for (const [at, { cells }] of body.entries())
		for (const [nth, cell] of cells.entries())
			if (/^\s*(同上|〃|″|〞|")\s*$/u.test(cell)) cells[nth] = body[at - 1]?.cells[nth] ?? '';
	return body;
}

/**
 * Where the lines from the row `row` on begin.
 * @param {readonly { at: number }[]} lines sorted by row
 * @param {number} row
 */
function indexAt(lines, row) {
	let [low, high] = [0, lines.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((lines[middle]?.at ?? 0) < row) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * An empty cell, or a dash in its place.
 * @param {string} text
 */
export const isBlank = (text) => /^[-—–/\\\s]*$/u.test(text.normalize('NFKC'));

/**
 * For blank cells of these columns, the line above that names one last. A sum or a heading in between ends that.
 * @param {import('./ledger-table.js').LedgerLine[]} lines
 * @param {readonly number[]} columns
 */
export function findAbove(lines, columns) {
	/** @type {Record<number, number>} */
	let last = {};
	return lines.map((line) => {
		if (line.skip !== null) {
			last = {};
			return line;
		}
		const above = { ...line.above };
		for (const column of columns) {
			if (isBlank(line.cells[column] ?? '')) {
				const from = last[column];
				if (from !== undefined) above[column] = from;
			} else last[column] = line.nth;
		}
		return { ...line, above };
	});
}
