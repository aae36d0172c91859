import { parse } from 'csv-parse/sync';
import { limits, refuse } from './answer.js';

/** A line of this many characters is no line of a ledger: a quote in it was never closed. */
const longestLine = 1_000_000;

/**
 * The one sheet of a text file (CSV).
 * @param {Buffer} bytes
 * @returns {import('./answer.js').Answer}
 */
export function readText(bytes) {
	const text = decode(bytes);
	if (text === null || /^\s*<(!doctype|html|table|\?xml)/i.test(text) || /^(%PDF|\{\\rtf)/.test(text))
		return refuse('file-wrong-type');
	if (text.trim() === '') return refuse('file-empty');
	const lines = parseText(text, separatorOf(text));
	if (lines.length >= limits.lines) return refuse('file-too-many-lines');
	return { ok: true, sheets: [{ name: '', lines, merges: [] }], is1904: false };
}

/**
 * UTF-8 or UTF-16, with a mark or without, else GB18030; null for what is no text.
 * @param {Buffer} bytes
 */
function decode(bytes) {
	const [first, second] = bytes;
	const zeros = bytes.subarray(0, 1000).reduce((sum, byte) => sum + Number(byte === 0), 0);
	/** @type {string[]} */
	let encodings = ['utf-8', 'gb18030'];
	if (first === 0xff && second === 0xfe) encodings = ['utf-16le'];
	else if (first === 0xfe && second === 0xff) encodings = ['utf-16be'];
	else if (zeros > 0) encodings = ['utf-16le', 'utf-16be'];
	for (const encoding of encodings) {
		try {
			const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
			if (!/[\u0000-\u0008\u000e-\u001f\ufffe]/.test(text.slice(0, 4000))) return text;
		} catch {
			// Not in this encoding: the next one is tried.
		}
	}
	return null;
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
 * Lines of cells (RFC 4180, and what comes near it). An apostrophe before a formula, as our own files have it, goes.
 * @param {string} text
 * @param {string} delimiter
 * @returns {string[][]}
 */
function parseText(text, delimiter) {
	/** @type {string[][]} */
	const lines = parse(text, {
		delimiter,
		record_delimiter: ['\r\n', '\n'],
		relax_quotes: true,
		relax_column_count: true,
		max_record_size: longestLine,
		to: limits.lines,
		cast: (cell, { quoting }) =>
			(quoting ? cell : cell.replaceAll('\r', '')).replace(/^'(?=[=+\-@\t\r])/, '').slice(0, limits.characters),
		on_record: (line) => line.slice(0, limits.columns)
	});
	return lines;
}
