import { Buffer } from 'node:buffer';

/** An opening of a row, of a cell, or of a value in it: <row r="7">, <c r="B7">, <v>, <is>. */
const parts = /<(?:[\w.]+:)?(?:row\b[^>]*?\br="(\d{1,7})"|c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"|(v|is|f)\b[^>/]*>)/g;

/**
 * How far the values of a worksheet reach: the number of its last row with a value, and how many rows have one. Borders, fills and blank cells
 * count for nothing. Null where the file does not say where its cells are.
 * @param {Uint8Array} xml
 */
export function valueArea(xml) {
	const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
	let [row, last, rows, counted] = [0, 0, 0, 0];
	for (const [, ofRow, , ofCell, value] of text.matchAll(parts)) {
		if (ofRow) row = Number(ofRow);
		else if (ofCell) row = Number(ofCell);
		else if (value) {
			if (row === 0) return null;
			if (row !== counted) rows++;
			counted = row;
			if (row > last) last = row;
		}
	}
	return { last, rows };
}
