import { Buffer } from 'node:buffer';
import { limits } from './answer.js';

/** An opening of a row, of a cell, of a value or formula in it, or of a merged range, with its attributes. */
const parts = /<(?:[\w.-]+:)?(row|c|v|is|f|mergeCell)(?=[\s/>])([^>]*)>/g;

/**
 * How far the values of a worksheet reach: the number of its last row with a value, how many rows have one, how many cells are written, also blank ones,
 * how many ranges are merged, and whether a row or a cell is written twice: of the two one would be lost;
 * and whether a value is in a column that is not read (`isWide`), unless it is hidden: our templates keep lists of words there. Borders, fills and blank cells reach nowhere. A row that does not say its number comes after the one before. Null for what is no worksheet, or is written
 * in another encoding than UTF-8.
 * @param {Uint8Array} xml
 */
export function valueArea(xml) {
	const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
	if (!bytes.includes('sheetData')) return null;
	let [row, last, rows, counted, cells, merges] = [0, 0, 0, 0, 0, 0];
	let [isTwice, isWide, column] = [false, false, 0];
	/** @type {Set<number>} */
	const rowsSeen = new Set();
	/** @type {Set<string>} */
	const cellsSeen = new Set();
	const text = bytes.toString('latin1');
	const hidden = hiddenIn(text);
	for (const [, part, attributes = ''] of text.matchAll(parts)) {
		if (part === 'c') cells++;
		if (part === 'mergeCell') merges++;
		else if (part === 'row' || part === 'c') {
			const [, letters = '', written] = /\sr=["']([A-Za-z]{0,3})(\d{1,7})["']/.exec(attributes) ?? [];
			if (written) row = Number(written);
			else if (part === 'row') row++;
			column = part === 'row' ? 0 : letters ? columnAt(letters) : column + 1;
			if (part === 'row') {
				isTwice ||= rowsSeen.has(row);
				rowsSeen.add(row);
				cellsSeen.clear();
			} else if (written) {
				isTwice ||= cellsSeen.has(letters);
				cellsSeen.add(letters);
			}
		} else if (!attributes.endsWith('/')) {
			if (row !== counted) rows++;
			counted = row;
			if (row > last) last = row;
			if (column > limits.columns && !hidden.has(column)) isWide = true;
		}
	}
	return { last, rows, cells, merges, isTwice, isWide };
}

/**
 * The number of a column, from 1: A is 1, BH is 60.
 * @param {string} letters
 */
const columnAt = (letters) =>
	[...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * The hidden columns of a worksheet. Of more ranges than a spreadsheet writes, the first.
 * @param {string} xml
 */
function hiddenIn(xml) {
	/** @type {Set<number>} */
	const hidden = new Set();
	for (const [, attributes = ''] of [...xml.matchAll(/<(?:[\w.-]+:)?col\s([^>]*)>/g)].slice(0, 1000)) {
		if (!/\shidden=["'](1|true)["']/.test(` ${attributes}`)) continue;
		const [min = 0, max = 0] = ['min', 'max'].map((name) =>
			Number(new RegExp(`\\s${name}=["'](\\d+)["']`).exec(` ${attributes}`)?.[1] ?? 0)
		);
		for (let column = min; column <= Math.min(max, limits.lastColumn); column++) hidden.add(column);
	}
	return hidden;
}
