import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { listZipEntries } from '../../lib/domain/files/zip-entries.js';
import { limits, refuse } from './answer.js';

/** All that a workbook may unpack to: a ledger of 20,000 lines is about 15 MB. Bytes. */
const unpackedLimit = 100 * 1024 * 1024;

/** Before the text of a formula that has no result in the file (domain/ledgers/ledger-table knows it). */
const formulaMark = '\u0001';

/**
 * The visible sheets of a workbook (XLSX).
 * @param {Buffer} bytes
 * @returns {Promise<import('./answer.js').Answer>}
 */
export async function readWorkbook(bytes) {
	const refusal = refusalOf(bytes);
	if (refusal) return refuse(refusal);
	const book = await readXlsx(bytes, { maxRows: limits.lines });
	const sheets = book.sheets
		.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
		.slice(0, limits.sheets)
		.map(({ name, rows, merges = [], cells }) => ({
			name,
			lines: rows.map((row, at) =>
				row.slice(0, limits.columns).map((cell, nth) => {
					const formula = cell === null ? cells?.get(`${at},${nth}`)?.formula : undefined;
					return formula ? `${formulaMark}=${formula.slice(0, 100)}` : textOf(cell);
				})
			),
			// A merged range may be as wide as the sheet, whatever it holds.
			merges: merges
				.filter(({ startCol }) => startCol < limits.columns)
				.map(({ startRow, startCol, endRow, endCol }) => [
					startRow,
					startCol,
					endRow,
					Math.min(endCol, limits.columns - 1)
				])
		}));
	if (sheets.some(({ lines }) => lines.length >= limits.lines)) return refuse('file-too-many-lines');
	if (sheets.every(({ lines }) => lines.length === 0)) return refuse('file-empty');
	return { ok: true, sheets, is1904: book.dateSystem === '1904' };
}

/**
 * Why a workbook is not even opened; null when it may be.
 * @param {Buffer} bytes
 */
function refusalOf(bytes) {
	const entries = listZipEntries(bytes);
	if (entries === null) return 'ledger-broken';
	const names = entries.map(({ name }) => name.toLowerCase());
	if (names.some((name) => name.endsWith('vbaproject.bin'))) return 'file-has-macros';
	if (names.some((name) => /^xl\/(externallinks|ddelinks|connections)/.test(name))) return 'file-has-links';
	if (!names.includes('xl/workbook.xml')) return 'file-wrong-type';
	if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > unpackedLimit) return 'file-unpacks-too-large';
	// A file may lie about its size, so every part is unpacked once, no further than it says.
	for (const entry of entries) {
		const size = unpackedSize(bytes, entry);
		if (size === null) return 'ledger-broken';
		if (size > entry.unpacked) return 'file-unpacks-too-large';
	}
	return null;
}

/**
 * How many bytes an entry really unpacks to, or one more than it declares as soon as that is certain; null when it is broken.
 * @param {Buffer} zip
 * @param {import('../../lib/domain/files/zip-entries.js').ZipEntry} entry
 */
function unpackedSize(zip, { method, packed, unpacked, headerAt }) {
	if (headerAt + 30 > zip.length) return null;
	const from = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
	if (method === 0) return packed;
	if (method !== 8) return null;
	try {
		return inflateRawSync(zip.subarray(from, from + packed), { maxOutputLength: unpacked + 1 }).length;
	} catch (error) {
		return error instanceof RangeError ? unpacked + 1 : null;
	}
}

/** @param {string | number | boolean | Date | null | undefined} cell */
function textOf(cell) {
	if (cell === null || cell === undefined) return '';
	if (!(cell instanceof Date)) return String(cell).slice(0, limits.characters);
	const minutes = new Date(Math.round(cell.getTime() / 60_000) * 60_000);
	if (Number.isNaN(minutes.getTime())) return '';
	return minutes
		.toISOString()
		.slice(0, 16)
		.replace('T', ' ')
		.replace(/ 00:00$/, '');
}
