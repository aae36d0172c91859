// Reads one ledger file from its input and writes what it holds, as JSON, to its output. It runs in a process of its
// own with a small heap (lib/server/ledgers/sheet-file.ts), so a hostile file harms this process alone and no other
// request waits.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';

/** All that a workbook may unpack to: a ledger of 20,000 lines is about 15 MB. Bytes. */
const unpackedLimit = 100 * 1024 * 1024;
const mostLines = 30_100;
const mostColumns = 60;
const mostSheets = 30;
const mostCharacters = 500;

/** Before the text of a formula that has no result in the file (domain/ledgers/ledger-table knows it). */
const formulaMark = '\u0001';

/**
 * @typedef {{ name: string, lines: string[][], merges: number[][] }} ReadSheet
 * @typedef {{ ok: true, sheets: ReadSheet[], is1904: boolean } | { ok: false, refusal: string }} Answer
 */

/** @type {Buffer[]} */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const answer = await read(Buffer.concat(chunks)).catch(() => refuse('ledger-broken'));
process.stdout.write(JSON.stringify(answer));

/**
 * @param {Buffer} bytes
 * @returns {Promise<Answer>}
 */
async function read(bytes) {
	if (bytes.length === 0) return refuse('file-empty');
	if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return readWorkbook(bytes);
	if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
		const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
		return refuse(isLocked ? 'file-locked' : 'file-old-xls');
	}
	return readText(bytes);
}

/**
 * @param {string} refusal
 * @returns {Answer}
 */
function refuse(refusal) {
	return { ok: false, refusal };
}

/**
 * @param {Buffer} bytes
 * @returns {Promise<Answer>}
 */
async function readWorkbook(bytes) {
	const entries = listEntries(bytes);
	if (entries === null) return refuse('ledger-broken');
	const names = entries.map(({ name }) => name.toLowerCase());
	if (names.some((name) => name.endsWith('vbaproject.bin'))) return refuse('file-has-macros');
	if (names.some((name) => /^xl\/(externallinks|ddelinks|connections)/.test(name))) return refuse('file-has-links');
	if (!names.includes('xl/workbook.xml')) return refuse('file-wrong-type');
	if (entries.reduce((sum, { declared }) => sum + declared, 0) > unpackedLimit) return refuse('file-unpacks-too-large');
	// A file may lie about its size, so every part is unpacked once, no further than it says.
	for (const entry of entries) {
		const size = unpackedSize(bytes, entry);
		if (size === null) return refuse('ledger-broken');
		if (size > entry.declared) return refuse('file-unpacks-too-large');
	}
	const book = await readXlsx(bytes, { maxRows: mostLines });
	const sheets = book.sheets
		.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
		.slice(0, mostSheets)
		.map(({ name, rows, merges = [], cells }) => ({
			name,
			lines: rows.map((row, at) =>
				row.slice(0, mostColumns).map((cell, nth) => {
					const formula = cell === null ? cells?.get(`${at},${nth}`)?.formula : undefined;
					return formula ? `${formulaMark}=${formula.slice(0, 100)}` : textOf(cell);
				})
			),
			merges: merges.map(({ startRow, startCol, endRow, endCol }) => [startRow, startCol, endRow, endCol])
		}));
	if (sheets.some(({ lines }) => lines.length >= mostLines)) return refuse('file-too-many-lines');
	if (sheets.every(({ lines }) => lines.length === 0)) return refuse('file-empty');
	return { ok: true, sheets, is1904: book.dateSystem === '1904' };
}

/** @param {string | number | boolean | Date | null | undefined} cell */
function textOf(cell) {
	if (cell === null || cell === undefined) return '';
	if (!(cell instanceof Date)) return String(cell).slice(0, mostCharacters);
	const minutes = new Date(Math.round(cell.getTime() / 60_000) * 60_000);
	if (Number.isNaN(minutes.getTime())) return '';
	return minutes
		.toISOString()
		.slice(0, 16)
		.replace('T', ' ')
		.replace(/ 00:00$/, '');
}

/**
 * The files in a zip, from its directory; null when it is no whole zip.
 * @param {Buffer} zip
 */
function listEntries(zip) {
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end < 0 || zip.length < end + 22) return null;
	const entries = [];
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null;
		const length = zip.readUInt16LE(at + 28);
		entries.push({
			name: zip.toString('utf8', at + 46, at + 46 + length),
			method: zip.readUInt16LE(at + 10),
			packed: zip.readUInt32LE(at + 20),
			declared: zip.readUInt32LE(at + 24),
			local: zip.readUInt32LE(at + 42)
		});
		at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return entries;
}

/**
 * How many bytes an entry really unpacks to, or one more than it declares as soon as that is certain; null when it is broken.
 * @param {Buffer} zip
 * @param {{ method: number, packed: number, declared: number, local: number }} entry
 */
function unpackedSize(zip, { method, packed, declared, local }) {
	if (local + 30 > zip.length) return null;
	const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
	if (method === 0) return packed;
	if (method !== 8) return null;
	try {
		return inflateRawSync(zip.subarray(from, from + packed), { maxOutputLength: declared + 1 }).length;
	} catch (error) {
		return error instanceof RangeError ? declared + 1 : null;
	}
}

/**
 * @param {Buffer} bytes
 * @returns {Answer}
 */
function readText(bytes) {
	const text = decode(bytes);
	if (text === null || /^\s*<(!doctype|html|table|\?xml)/i.test(text) || /^(%PDF|\{\\rtf)/.test(text))
		return refuse('file-wrong-type');
	if (text.trim() === '') return refuse('file-empty');
	const lines = parseText(text, separatorOf(text));
	if (lines.length >= mostLines) return refuse('file-too-many-lines');
	return { ok: true, sheets: [{ name: '', lines, merges: [] }], is1904: false };
}

/**
 * UTF-8 or UTF-16, with a mark or without, else GB18030; null for what is no text.
 * @param {Buffer} bytes
 */
function decode(bytes) {
	const [first, second] = bytes;
	const zeros = bytes.subarray(0, 1000).reduce((sum, byte) => sum + Number(byte === 0), 0);
	/** @type {string[]} */
	let encodings = ['utf-8', 'gb18030'];
	if (first === 0xff && second === 0xfe) encodings = ['utf-16le'];
	else if (first === 0xfe && second === 0xff) encodings = ['utf-16be'];
	else if (zeros > 0) encodings = ['utf-16le', 'utf-16be'];
	for (const encoding of encodings) {
		try {
			const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
			if (!/[\u0000-\u0008\u000e-\u001f\ufffe]/.test(text.slice(0, 4000))) return text;
		} catch {
			// Not in this encoding: the next one is tried.
		}
	}
	return null;
}

/**
 * What parts the cells: the mark that most lines at the beginning have, outside of quotes.
 * @param {string} text
 */
function separatorOf(text) {
	const beginning = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
	const counts = ['\t', ',', ';', '，'].map((mark) => ({ mark, count: beginning.split(mark).length }));
	return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/**
 * Lines of cells (RFC 4180, and what comes near it). An apostrophe before a formula, as our own files have it, goes.
 * @param {string} text
 * @param {string} separator
 */
function parseText(text, separator) {
	/** @type {string[][]} */
	const lines = [];
	/** @type {string[]} */
	let line = [];
	let cell = '';
	let isQuoted = false;
	const endCell = () => {
		if (line.length < mostColumns) line.push(cell.replace(/^'(?=[=+\-@\t\r])/, '').slice(0, mostCharacters));
		cell = '';
	};
	const endLine = () => {
		endCell();
		lines.push(line);
		line = [];
	};
	for (let at = 0; at < text.length && lines.length < mostLines; at++) {
		const character = text[at];
		if (isQuoted) {
			if (character !== '"') cell += character;
			else if (text[at + 1] === '"') cell += text[at++];
			else isQuoted = false;
		} else if (character === '"' && cell === '') isQuoted = true;
		else if (character === separator) endCell();
		else if (character === '\n') endLine();
		else if (character !== '\r' || text[at + 1] !== '\n') cell += character === '\r' ? '' : character;
	}
	if (cell !== '' || line.length > 0) endLine();
	return lines;
}
