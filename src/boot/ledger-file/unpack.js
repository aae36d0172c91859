import { inflateRawSync } from 'node:zlib';
import { listZipEntries } from '../../lib/domain/files/zip-entries.js';

/** All that a workbook may unpack to: a ledger of 20,000 lines is about 15 MB. Bytes. */
const unpackedLimit = 100 * 1024 * 1024;

/**
 * Looks into the zip of a workbook before any part of it is read. Out: why it is refused, or the names of its parts; `each` is called with each
 * part, unpacked, whose name it asks for.
 * @param {Buffer} bytes
 * @param {(name: string) => boolean} isWanted
 * @param {(name: string, content: Uint8Array) => void} each
 * @returns {{ names: string[] } | { refusal: string }}
 */
export function lookInto(bytes, isWanted, each) {
	const entries = listZipEntries(bytes);
	if (entries === null) return { refusal: 'ledger-broken' };
	const names = entries.map(({ name }) => name.toLowerCase());
	if (names.some((name) => name.endsWith('vbaproject.bin') || /^(basic|scripts)\/./.test(name)))
		return { refusal: 'file-has-macros' };
	if (names.some((name) => /^xl\/(externallinks|ddelinks|connections)/.test(name)))
		return { refusal: 'file-has-links' };
	if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > unpackedLimit)
		return { refusal: 'file-unpacks-too-large' };
	// A file may lie about its size, so every part is unpacked once, no further than it says.
	for (const entry of entries) {
		const content = unpack(bytes, entry);
		if (content === 'broken') return { refusal: 'ledger-broken' };
		if (content === 'too-large') return { refusal: 'file-unpacks-too-large' };
		if (isWanted(entry.name.toLowerCase())) each(entry.name.toLowerCase(), content);
	}
	return { names };
}

/**
 * @param {Buffer} zip
 * @param {import('../../lib/domain/files/zip-entries.js').ZipEntry} entry
 */
function unpack(zip, { method, packed, unpacked, headerAt }) {
	if (headerAt + 30 > zip.length) return 'broken';
	const from = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
	const own = zip.subarray(from, from + packed);
	if (method === 0) return own.length > unpacked ? 'too-large' : own;
	if (method !== 8) return 'broken';
	try {
		const content = inflateRawSync(own, { maxOutputLength: unpacked + 1 });
		return content.length > unpacked ? 'too-large' : content;
	} catch (error) {
		return error instanceof RangeError ? 'too-large' : 'broken';
	}
}
