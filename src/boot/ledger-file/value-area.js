import { Buffer } from 'node:buffer';
import { limits } from './answer.js';

/** An opening of a row, of a cell, of a value or formula in it, or of a merged range, with its attributes. */
const parts = /<(?:[\w.-]+:)?(row|c|v|is|f|mergeCell)(?=[\s/>])([^>]*)>/g;

/**
 * How far the values of a worksheet reach: the number of its last row with a value, how many rows have one, how many cells are written, also blank ones,
 * how many ranges are merged, and whether a row or a cell is written twice: of the two one would be lost;
 * and whether a value is in a column that is not read (`isWide`). Borders, fills and blank cells reach nowhere. A row that does not say its number comes after the one before. Null for what is no worksheet, or is written
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
	for (const [, part, attributes = ''] of bytes.toString('latin1').matchAll(parts)) {
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
			if (column > limits.columns) isWide = true;
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
