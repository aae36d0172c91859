import { Buffer } from 'node:buffer';
import { readLedgerTable } from '../../lib/domain/ledgers/ledger-table.js';
import { limits, refuse } from './answer.js';
import { readText } from './read-text.js';
import { readWorkbook } from './read-workbook.js';

const zipMark = Buffer.from('PK\x03\x04', 'latin1');
/** Of the container that both old workbooks and locked new ones come in. */
const containerMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * What a ledger file holds, whatever its name says: a workbook (XLSX) or a text (CSV), each sheet with its heading and rows.
 * @param {Buffer} bytes
 * @param {import('../../lib/domain/ledgers/headings.js').HeadingWords} known
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
		const sheets = raw.sheets.map(({ isHidden, ...sheet }) => ({
			name: sheet.name,
			isHidden,
			lines: sheet.lines.length,
			table: isHidden ? null : readLedgerTable(known, sheet)
		}));
		return { ok: true, sheets, is1904: raw.is1904 };
	} catch {
		return refuse('ledger-broken');
	}
}

/**
 * The lines of a file, whatever its name says, before it is known which are a ledger.
 * @param {Buffer} bytes
 * @returns {Promise<import('./answer.js').RawAnswer>}
 */
export async function readRaw(bytes) {
	if (startsWith(bytes, zipMark)) return readWorkbook(bytes);
	if (startsWith(bytes, containerMark)) {
		const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
		return refuse(isLocked ? 'file-locked' : 'file-old-xls');
	}
	return readText(bytes);
}

/**
 * @param {Buffer} bytes
 * @param {Buffer} mark
 */
const startsWith = (bytes, mark) => bytes.subarray(0, mark.length).equals(mark);
