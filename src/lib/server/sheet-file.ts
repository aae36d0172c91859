import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import type { Result } from '$lib/domain/result';

/** A workbook is at most this large. Bytes. */
export const fileLimit = 2 * 1024 * 1024;

/** All that a workbook may unpack to: a roll of a thousand lines is 1–2 MB, and 40 MB would hold everyone up for five seconds. Bytes. */
export const unpackedLimit = 20 * 1024 * 1024;

/** Lines read of a sheet. */
const lineLimit = 3000;

export type SheetRefusal = 'file-too-large' | 'file-not-xlsx' | 'file-unpacks-too-large';

/**
 * The first sheet of a workbook (XLSX) as lines of texts; dates as YYYY-MM-DD. What it unpacks to is measured before anything is parsed: first
 * the sizes the file declares, then by unpacking, since a file may lie.
 */
export async function readSheetFile(bytes: Uint8Array): Promise<Result<{ lines: string[][] }, SheetRefusal>> {
	if (bytes.length > fileLimit) return { ok: false, refusal: 'file-too-large' };
	const size = measureZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	if (size === null) return { ok: false, refusal: 'file-not-xlsx' };
	if (size > unpackedLimit) return { ok: false, refusal: 'file-unpacks-too-large' };
	const book = await readXlsx(bytes, { sheets: [0], maxRows: lineLimit }).catch(() => null);
	const sheet = book?.sheets[0];
	if (!sheet) return { ok: false, refusal: 'file-not-xlsx' };
	return { ok: true, lines: sheet.rows.map((row) => row.map(textOf)) };
}

function textOf(cell: string | number | boolean | Date | null | undefined): string {
	if (cell === null || cell === undefined) return '';
	return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

const endOfDirectory = 0x06054b50;
const entryHeader = 0x02014b50;
const largeFile = 0xffffffff;

/** What a zip unpacks to in bytes, or more than `unpackedLimit` as soon as that is certain; null when it is no zip, or not whole. */
export function measureZip(zip: Buffer): number | null {
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end < 0 || zip.length < end + 22 || zip.readUInt32LE(end) !== endOfDirectory) return null;
	let at = zip.readUInt32LE(end + 16);
	let total = 0;
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryHeader) return null;
		const [packed, declared, local] = [20, 24, 42].map((offset) => zip.readUInt32LE(at + offset));
		if (declared === largeFile || packed === largeFile) return unpackedLimit + 1;
		total += declared!;
		if (total > unpackedLimit) return total;
		const really = unpackedSize(zip, {
			method: zip.readUInt16LE(at + 10),
			packed: packed!,
			declared: declared!,
			local: local!
		});
		if (really === null) return null;
		if (really > declared!) return unpackedLimit + 1;
		at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return total;
}

function unpackedSize(
	zip: Buffer,
	{ method, packed, declared, local }: { method: number; packed: number; declared: number; local: number }
): number | null {
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
