import { Buffer } from 'node:buffer';

/** An opening of a row, of a cell, of a value or formula in it, or of a merged range, with its attributes. */
const parts = /<(?:[\w.-]+:)?(row|c|v|is|f|mergeCell)(?=[\s/>])([^>]*)>/g;

/**
 * How far the values of a worksheet reach: the number of its last row with a value, how many rows have one, how many cells are written, also blank ones,
 * and how many ranges are merged. Borders, fills and blank cells reach nowhere. A row that does not say its number comes after the one before. Null for what is no worksheet, or is written
 * in another encoding than UTF-8.
 * @param {Uint8Array} xml
 */
export function valueArea(xml) {
	const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
	if (!bytes.includes('sheetData')) return null;
	let [row, last, rows, counted, cells, merges] = [0, 0, 0, 0, 0, 0];
	for (const [, part, attributes = ''] of bytes.toString('latin1').matchAll(parts)) {
		if (part === 'c') cells++;
		if (part === 'mergeCell') merges++;
		else if (part === 'row' || part === 'c') {
			const written = /\sr=["'][A-Za-z]{0,3}(\d{1,7})["']/.exec(attributes)?.[1];
			if (written) row = Number(written);
			else if (part === 'row') row++;
		} else if (!attributes.endsWith('/')) {
			if (row !== counted) rows++;
			counted = row;
			if (row > last) last = row;
		}
	}
	return { last, rows, cells, merges };
}
