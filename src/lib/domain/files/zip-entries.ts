import { readLittle32 } from './byte-parts';

const [endMark, entryMark] = [0x06054b50, 0x02014b50];
const endSize = 22;
/** The comment at a zip's end is at most this long, so the mark of the end comes no earlier. */
const mostComment = 65_535;

/** The names of the files in a zip, read from its directory without unpacking anything; null when it is no whole zip. */
export function listZipEntries(bytes: Uint8Array): string[] | null {
	const end = findEnd(bytes);
	if (end === null) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const names: string[] = [];
	let at = readLittle32(bytes, end + 16);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + 46 > bytes.length || readLittle32(bytes, at) !== entryMark) return null;
		const length = view.getUint16(at + 28, true);
		names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
		at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return names;
}

function findEnd(bytes: Uint8Array): number | null {
	const last = bytes.length - endSize;
	for (let at = last; at >= Math.max(0, last - mostComment); at--) {
		if (readLittle32(bytes, at) === endMark) return at;
	}
	return null;
}
