// JavaScript, since the process that reads ledger files (src/boot/read-sheet.js) runs from the sources as they are.

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endSize = 22;
const entrySize = 46;
/** The comment at a zip's end is at most this long, so the mark of the end comes no earlier. */
const mostComment = 65_535;

/**
 * One file of a zip as the directory describes it: its name, how it is packed (0: as it is, 8: deflated), its two sizes in bytes, and
 * where its own header begins. All of it may be a lie.
 * @typedef {{ name: string, method: number, packed: number, unpacked: number, headerAt: number }} ZipEntry
 */

/**
 * The files of a zip, from its directory, without unpacking anything; null when it is no whole zip.
 * @param {Uint8Array} bytes
 * @returns {ZipEntry[] | null}
 */
export function listZipEntries(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const end = findEnd(view);
	if (end === null) return null;
	/** @type {ZipEntry[]} */
	const entries = [];
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + entrySize > bytes.length || view.getUint32(at, true) !== entryMark) return null;
		const nameEnd = at + entrySize + view.getUint16(at + 28, true);
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + entrySize, nameEnd)),
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
			headerAt: view.getUint32(at + 42, true)
		});
		at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

/** @param {DataView} view */
function findEnd(view) {
	const last = view.byteLength - endSize;
	for (let at = last; at >= Math.max(0, last - mostComment); at--) {
		if (view.getUint32(at, true) === endMark) return at;
	}
	return null;
}
