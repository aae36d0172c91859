import { ParseError } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { limits, refuse } from './answer.js';
import { textOf } from './cell-text.js';
import { sheetParts } from './sheet-parts.js';
import { lookInto } from './unpack.js';
import { valueArea } from './value-area.js';

/**
 * The sheets of a workbook (XLSX): the lines that hold a value.
 * @param {Buffer} bytes
 * @returns {Promise<import('./answer.js').RawAnswer>}
 */
export async function readWorkbook(bytes) {
	/** @type {({ part: string } & NonNullable<ReturnType<typeof valueArea>>)[]} */
	const areas = [];
	/** @type {Record<string, string>} */
	const order = { [workbookPart]: '', [relationsPart]: '' };
	const looked = lookInto(
		bytes,
		(name) => name.endsWith('.xml') || name in order,
		(name, xml) => {
			const area = valueArea(xml);
			if (area) areas.push({ part: name, ...area });
			if (name in order) order[name] = new TextDecoder().decode(xml);
		}
	);
	if ('refusal' in looked) return refuse(looked.refusal);
	if (!looked.names.includes(workbookPart)) return refuse('file-wrong-type');
	if (areas.some(({ isTwice }) => isTwice)) return refuse('ledger-broken');
	const sum = (/** @type {'rows' | 'cells' | 'merges'} */ what) => areas.reduce((all, area) => all + area[what], 0);
	if (sum('rows') >= limits.lines) return refuse('file-too-many-lines');
	if (areas.length > limits.sheets || sum('cells') > limits.cells || sum('merges') > limits.merges)
		return refuse('file-too-costly');
	const last = areas.reduce((most, area) => Math.max(most, area.last), 1);
	const book = await readCells(bytes, `A1:${lastColumn}${last}`);
	if (book === null) return refuse('file-too-costly');
	const parts = sheetParts(order[workbookPart] ?? '', order[relationsPart] ?? '');
	const sheets = book.sheets.map((sheet, nth) => ({
		name: sheet.name,
		isHidden: Boolean(sheet.hidden || sheet.veryHidden),
		isWide: areas.some(({ part, isWide }) => isWide && part === parts[nth]),
		lines: linesOf(sheet),
		merges: mergesOf(sheet)
	}));
	return { ok: true, sheets, is1904: book.dateSystem === '1904' };
}

/** The sheets of a workbook in their order, and which part holds each. */
const [workbookPart, relationsPart] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

/** The sixtieth. */
const lastColumn = 'BH';

/**
 * The cells of a workbook; null where the reader makes too many of them, blank ones too, up to a value far below all others.
 * @param {Buffer} bytes
 * @param {string} range
 */
async function readCells(bytes, range) {
	try {
		return await readXlsx(bytes, { readStyles: true, range });
	} catch (error) {
		if (error instanceof ParseError && /over the \d+ limit/.test(error.message)) return null;
		throw error;
	}
}

/**
 * @param {import('hucre').Sheet} sheet
 * @returns {import('../../lib/domain/ledgers/sheets/ledger-table.js').SheetLine[]}
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
		.filter(({ startCol }) => startCol < limits.columns)
		.map(({ startRow, startCol, endRow, endCol }) => [
			startRow,
			startCol,
			endRow,
			Math.min(endCol, limits.columns - 1)
		]);
