/** A cell: numbers are written as they are, texts so that a spreadsheet takes them for nothing but text. */
export type Cell = string | number | null;

const formula = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180): UTF-8 with the mark by which Excel knows it, lines ended by CR LF, cells quoted where they must be.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, but a plain negative number stays one.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
	return `\uFEFF${rows.map((row) => row.map(writeCell).join(',') + '\r\n').join('')}`;
}

function writeCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = formula.test(cell) && !/^-\d+$/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
