import { Buffer } from 'node:buffer';
import { refuse } from './answer.js';
import { readText } from './read-text.js';
import { readWorkbook } from './read-workbook.js';

const zipMark = Buffer.from('PK\x03\x04', 'latin1');
/** Of the container that both old workbooks and locked new ones come in. */
const containerMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * What a ledger file holds, whatever its name says: a workbook (XLSX) or a text (CSV).
 * @param {Buffer} bytes
 * @returns {Promise<import('./answer.js').Answer>}
 */
export async function readFile(bytes) {
	if (bytes.length === 0) return refuse('file-empty');
	try {
		if (startsWith(bytes, zipMark)) return await readWorkbook(bytes);
		if (startsWith(bytes, containerMark)) {
			const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
			return refuse(isLocked ? 'file-locked' : 'file-old-xls');
		}
		return readText(bytes);
	} catch {
		return refuse('ledger-broken');
	}
}

/**
 * @param {Buffer} bytes
 * @param {Buffer} mark
 */
const startsWith = (bytes, mark) => bytes.subarray(0, mark.length).equals(mark);
