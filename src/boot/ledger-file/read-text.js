import { parse } from 'csv-parse/sync';
import { limits, refuse } from './answer.js';
import { decodeText } from './decode-text.js';
import { markOpenQuotes } from './open-quotes.js';

/** A line of this many characters is no line of a ledger: a quote in it was never closed. */
const longestLine = 1_000_000;

/**
 * The one sheet of a text file (CSV).
 * @param {Buffer} bytes
 * @returns {import('./answer.js').RawAnswer}
 */
export function readText(bytes) {
	const text = decodeText(bytes);
	if (text === null || /^\s*<(!doctype|html|table|\?xml)/i.test(text) || /^(%PDF|\{\\rtf)/.test(text))
		return refuse('file-wrong-type');
	if (text.trim() === '') return refuse('file-empty');
	// Before anything looks for the quotes in it.
	if (text.split(/[\r\n]/).some((line) => line.length > longestLine)) return refuse('ledger-broken');
	const separator = separatorOf(text);
	const written = withoutBlankEnd(text);
	if (countMarks(written, separator) > limits.cells) return refuse('file-too-costly');
	const rows = parseText(written, separator);
	const isWide = rows.some((cells) => cells.slice(limits.columns).some((cell) => cell.trim() !== ''));
	const lines = rows
		.map((cells, at) => ({ at, cells: cells.slice(0, limits.columns).map(cellOf) }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	return { ok: true, sheets: [{ name: '', isHidden: false, isWide, lines, merges: [] }], is1904: false };
}

/**
 * A text without the blank lines at its end, of which a spreadsheet may save a million.
 * @param {string} text
 */
function withoutBlankEnd(text) {
	let end = text.length;
	while (end > 0 && ' ,;\t\r\n'.includes(text[end - 1] ?? '')) end--;
	const lineEnd = text.indexOf('\n', end);
	return lineEnd < 0 ? text : text.slice(0, lineEnd);
}

/**
 * How many marks between cells and between lines there are.
 * @param {string} text
 * @param {string} separator
 */
function countMarks(text, separator) {
	let count = 0;
	for (const char of text) if (char === separator || char === '\n' || char === '\r') count++;
	return count;
}

/**
 * What parts the cells: the mark that most lines at the beginning have, outside of quotes.
 * @param {string} text
 */
function separatorOf(text) {
	const beginning = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
	const counts = ['\t', ',', ';', '，'].map((mark) => ({ mark, count: beginning.split(mark).length }));
	return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/**
 * Lines of cells (RFC 4180, and what comes near it).
 * @param {string} text
 * @param {string} delimiter
 * @returns {string[][]}
 */
function parseText(text, delimiter) {
	return parse(markOpenQuotes(text, delimiter), {
		delimiter,
		record_delimiter: '\n',
		relax_quotes: true,
		relax_column_count: true,
		max_record_size: longestLine,
		to: limits.row
	});
}

/**
 * A cell as it is read. An apostrophe before a formula, as our own files have it, goes. A parser that is asked to cut each cell takes ten times as long.
 * @param {string} cell
 */
const cellOf = (cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '').slice(0, limits.characters);
