import { joinBytes, readAscii, readBig32, readLittle32 } from './byte-parts';

/** Chunks of a PNG that draw the picture; all others (texts, Exif, time) go. */
const drawing = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'];

/** A PNG without texts, Exif and time, and without anything after its end. Null: it is no whole PNG. */
export function stripPng(bytes: Uint8Array): Uint8Array | null {
	const parts = [bytes.subarray(0, 8)];
	for (let at = 8; ;) {
		const end = at + 12 + readBig32(bytes, at);
		if (!(end <= bytes.length)) return null;
		const type = readAscii(bytes, at + 4, 4);
		if (at === 8 && type !== 'IHDR') return null;
		if (drawing.includes(type)) parts.push(bytes.subarray(at, end));
		if (type === 'IEND') return joinBytes(parts);
		at = end;
	}
}

/** What an extended WebP says it holds: these two it no longer does. */
const [hasExif, hasXmp] = [0x08, 0x04];

/** A WebP without Exif and XMP, and without anything after its end. Null: it is no whole WebP. */
export function stripWebp(bytes: Uint8Array): Uint8Array | null {
	const whole = 8 + readLittle32(bytes, 4);
	if (!(whole <= bytes.length)) return null;
	const parts: Uint8Array[] = [];
	let hasPicture = false;
	for (let at = 12; at < whole;) {
		const size = readLittle32(bytes, at + 4);
		const end = at + 8 + size + (size % 2);
		if (!(end <= bytes.length)) return null;
		const type = readAscii(bytes, at, 4);
		const chunk = Uint8Array.from(bytes.subarray(at, end));
		if (type === 'VP8X') chunk[8]! &= ~(hasExif | hasXmp);
		hasPicture ||= ['VP8 ', 'VP8L', 'ANMF'].includes(type);
		if (!['EXIF', 'XMP '].includes(type)) parts.push(chunk);
		at = end;
	}
	if (!hasPicture) return null;
	const head = Uint8Array.from(bytes.subarray(0, 12));
	const size = parts.reduce((sum, { length }) => sum + length, 4);
	new DataView(head.buffer).setUint32(4, size, true);
	return joinBytes([head, ...parts]);
}
