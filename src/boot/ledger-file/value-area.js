import { Buffer } from 'node:buffer';

/** An opening of a row, of a cell, or of a value or formula in it, with its attributes. */
const parts = /<(?:[\w.-]+:)?(row|c|v|is|f)(?=[\s/>])([^>]*)>/g;

/**
 * How far the values of a worksheet reach: the number of its last row with a value, and how many rows have one. Borders, fills and blank cells
 * count for nothing. Null where the file does not say where its rows are, or is written in another encoding than UTF-8.
 * @param {Uint8Array} xml
 */
export function valueArea(xml) {
	const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
	if (!text.includes('sheetData')) return null;
	let [row, last, rows, counted] = [0, 0, 0, 0];
	for (const [, part, attributes = ''] of text.matchAll(parts)) {
		if (part === 'row' || part === 'c') {
			const written = /\sr=["'][A-Za-z]{0,3}(\d{1,7})["']/.exec(attributes)?.[1];
			if (written) row = Number(written);
			else if (part === 'row') return null;
		} else if (!attributes.endsWith('/')) {
			if (row !== counted) rows++;
			counted = row;
			if (row > last) last = row;
		}
	}
	return { last, rows };
}
