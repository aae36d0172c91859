import { Buffer } from 'node:buffer';
import { listZipEntries } from '../../lib/domain/files/zip-entries.js';
import { readLedgerTable } from '../../lib/domain/ledgers/sheets/ledger-table.js';
import { limits, refuse } from './answer.js';
import { readOds } from './read-ods.js';
import { readText } from './read-text.js';
import { readWorkbook } from './read-workbook.js';

const zipMark = Buffer.from('PK\x03\x04', 'latin1');
/** Of the container that both old workbooks and locked new ones come in. */
const containerMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * What a ledger file holds, whatever its name says: a workbook (XLSX, ODS) or a text (CSV), each sheet with its heading and rows.
 * @param {Buffer} bytes
 * @param {import('../../lib/domain/ledgers/sheets/headings.js').HeadingWords} known
 * @returns {Promise<import('./answer.js').Answer>}
 */
export async function readFile(bytes, known) {
	if (bytes.length === 0) return refuse('file-empty');
	try {
		const raw = await readRaw(bytes);
		if (!raw.ok) return raw;
		const lines = raw.sheets.reduce((sum, sheet) => sum + sheet.lines.length, 0);
		if (lines === 0) return refuse('file-empty');
		if (lines >= limits.lines) return refuse('file-too-many-lines');
		if (raw.sheets.length > limits.sheets || charactersOf(raw.sheets) > limits.text) return refuse('file-too-costly');
		const sheets = raw.sheets.map(({ isHidden, isWide: _, ...sheet }) => ({
			name: sheet.name,
			isHidden,
			lines: sheet.lines.length,
			table: isHidden ? null : readLedgerTable(known, sheet)
		}));
		// What is in them would be lost without a word.
		if (sheets.some(({ table }, nth) => table !== null && raw.sheets[nth]?.isWide)) return refuse('file-too-wide');
		return { ok: true, sheets, is1904: raw.is1904 };
	} catch {
		return refuse('ledger-broken');
	}
}

/**
 * All characters of all cells: a file may say one long text a million times.
 * @param {readonly import('./answer.js').RawSheet[]} sheets
 */
const charactersOf = (sheets) =>
	sheets.reduce(
		(all, { lines }) =>
			all + lines.reduce((sum, { cells }) => sum + cells.reduce((long, cell) => long + cell.length, 0), 0),
		0
	);

/**
 * The lines of a file, whatever its name says, before it is known which are a ledger.
 * @param {Buffer} bytes
 * @returns {Promise<import('./answer.js').RawAnswer>}
 */
export async function readRaw(bytes) {
	if (startsWith(bytes, zipMark)) return isOpenDocument(bytes) ? readOds(bytes) : readWorkbook(bytes);
	if (startsWith(bytes, containerMark)) return refuse(refusalOfContainer(bytes));
	return readText(bytes);
}

/** @param {Buffer} bytes */
function isOpenDocument(bytes) {
	const names = (listZipEntries(bytes) ?? []).map(({ name }) => name);
	return names.includes('content.xml') && !names.includes('xl/workbook.xml');
}

/**
 * A container of streams is a workbook with a password, one of Excel 97 or older, or no workbook at all (decision 53).
 * @param {Buffer} bytes
 */
function refusalOfContainer(bytes) {
	const holds = (/** @type {string} */ stream) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'));
	if (holds('EncryptedPackage')) return 'file-locked';
	return holds('Workbook') || holds('Book') ? 'file-old-xls' : 'file-wrong-type';
}

/**
 * @param {Buffer} bytes
 * @param {Buffer} mark
 */
const startsWith = (bytes, mark) => bytes.subarray(0, mark.length).equals(mark);
