import { joinBytes, readAscii } from './byte-parts';

const [soi, eoi, sos] = [0xd8, 0xd9, 0xda];
const [app0, app1, app2, app14, app15, comment] = [0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];

/**
 * A JPEG without what the camera wrote into it: Exif with place and time, XMP, previews, comments, further pictures after the end.
 * Colours stay right (ICC, Adobe) and so does which way is up, the one thing of the Exif that is kept. Null: it is no whole JPEG.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
	if (bytes[0] !== 0xff || bytes[1] !== soi) return null;
	const parts: Uint8Array[] = [bytes.subarray(0, 2)];
	let turned = 1;
	let hasPicture = false;
	for (let at = 2; ;) {
		while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
		const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
		if (marker === undefined) return null;
		if (marker === eoi) return hasPicture ? joinBytes([...withTurn(parts, turned), bytes.subarray(at, at + 2)]) : null;
		const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
		if (end < at + 4 || end > bytes.length) return null;
		const segment = bytes.subarray(at, end);
		if (marker === app1) turned = readTurn(segment) ?? turned;
		if (isKept(marker, segment)) parts.push(segment);
		at = end;
		if (marker !== sos) continue;
		hasPicture = true;
		const from = at;
		while (at < bytes.length && !(bytes[at] === 0xff && isMarker(bytes[at + 1]))) at++;
		parts.push(bytes.subarray(from, at));
	}
}

/** Inside the picture's own data 0xFF is followed by 0, or by a restart; anything else ends it. */
const isMarker = (byte: number | undefined) => byte !== undefined && byte !== 0 && (byte < 0xd0 || byte > 0xd7);

function isKept(marker: number, segment: Uint8Array): boolean {
	if (marker === comment) return false;
	if (marker < app0 || marker > app15) return true;
	if (marker === app2) return readAscii(segment, 4, 11) === 'ICC_PROFILE';
	return (marker === app0 && readAscii(segment, 4, 4) === 'JFIF') || marker === app14;
}

/** The orientation (1 to 8) that an Exif segment gives; null where it says none. */
function readTurn(segment: Uint8Array): number | null {
	if (readAscii(segment, 4, 6) !== 'Exif\0\0') return null;
	const tiff = segment.subarray(10);
	const isLittle = tiff[0] === 0x49;
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
	const read16 = (at: number) => (at + 2 > tiff.length ? 0 : view.getUint16(at, isLittle));
	if (tiff.length < 8) return null;
	const first = view.getUint32(4, isLittle);
	for (let nth = 0; nth < read16(first); nth++) {
		const at = first + 2 + nth * 12;
		if (read16(at) === 0x0112) {
			const turn = read16(at + 8);
			return turn >= 1 && turn <= 8 ? turn : null;
		}
	}
	return null;
}

/** Puts an Exif segment with nothing but the orientation after the start, where the picture is turned. */
function withTurn([start, ...rest]: Uint8Array[], turn: number): Uint8Array[] {
	if (turn === 1) return [start!, ...rest];
	const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
	const exif = [0xff, app1, 0, 8 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
	return [start!, Uint8Array.from(exif), ...rest];
}
