import { readXlsx } from 'hucre/xlsx';
import { limits, refuse } from './answer.js';
import { textOf } from './cell-text.js';
import { lookInto } from './unpack.js';
import { valueArea } from './value-area.js';

/**
 * The sheets of a workbook (XLSX): the lines that hold a value.
 * @param {Buffer} bytes
 * @returns {Promise<import('./answer.js').RawAnswer>}
 */
export async function readWorkbook(bytes) {
	let [last, rows, isKnown] = [1, 0, true];
	const looked = lookInto(
		bytes,
		(name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name),
		(_, xml) => {
			const area = valueArea(xml);
			isKnown &&= area !== null;
			last = Math.max(last, area?.last ?? 0);
			rows += area?.rows ?? 0;
		}
	);
	if ('refusal' in looked) return refuse(looked.refusal);
	if (!looked.names.includes('xl/workbook.xml')) return refuse('file-wrong-type');
	if (rows >= limits.lines) return refuse('file-too-many-lines');
	const range = isKnown ? `A1:${lastColumn}${last}` : undefined;
	const book = await readXlsx(bytes, { readStyles: true, ...(range && { range }) });
	const sheets = book.sheets.map((sheet) => ({
		name: sheet.name,
		isHidden: Boolean(sheet.hidden || sheet.veryHidden),
		lines: linesOf(sheet),
		merges: mergesOf(sheet)
	}));
	return { ok: true, sheets, is1904: book.dateSystem === '1904' };
}

/** The sixtieth. */
const lastColumn = 'BH';

/**
 * @param {import('hucre').Sheet} sheet
 * @returns {import('../../lib/domain/ledgers/ledger-table.js').SheetLine[]}
 */
function linesOf({ rows, cells, rowDefs }) {
	const lines = [];
	for (const [at, row] of rows.entries()) {
		let [isWritten, isStruck] = [false, false];
		const texts = row.slice(0, limits.columns).map((value, nth) => {
			const cell = cells?.get(`${at},${nth}`);
			const text = textOf(value, cell);
			if (text.trim() !== '') isWritten = true;
			if (text.trim() !== '' && cell && isStruckThrough(cell)) isStruck = true;
			return text;
		});
		/** @type {'hidden' | 'struck' | null} */
		const mark = rowDefs?.get(at)?.hidden ? 'hidden' : isStruck ? 'struck' : null;
		if (isWritten) lines.push({ at, cells: texts, mark });
	}
	return lines;
}

/**
 * A cell, or a part of its text.
 * @param {import('hucre').Cell} cell
 */
const isStruckThrough = ({ style, richText = [] }) =>
	Boolean(style?.font?.strikethrough) || richText.some(({ font }) => font?.strikethrough);

/**
 * Merged ranges within the columns that are read: one may be as wide as the sheet, whatever it holds.
 * @param {import('hucre').Sheet} sheet
 */
const mergesOf = ({ merges = [] }) =>
	merges
		.slice(0, limits.merges)
		.filter(({ startCol }) => startCol < limits.columns)
		.map(({ startRow, startCol, endRow, endCol }) => [
			startRow,
			startCol,
			endRow,
			Math.min(endCol, limits.columns - 1)
		]);
