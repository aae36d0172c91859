// Pictures with what cameras write into them.
import { deflateSync, crc32 } from 'node:zlib';

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** A segment of a JPEG: its marker, its length, what it holds. */
export function segment(marker: number, body: Uint8Array): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}

/** An Exif segment that says which way is up and, as phones do, where the picture was taken. */
export function exif(turn: number): Buffer {
	const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
	tiff.write('II', 0, 'latin1');
	tiff.writeUInt16LE(42, 2);
	tiff.writeUInt32LE(8, 4);
	tiff.writeUInt16LE(2, 8);
	tiff.writeUInt16LE(0x0112, 10);
	tiff.writeUInt16LE(3, 12);
	tiff.writeUInt32LE(1, 14);
	tiff.writeUInt16LE(turn, 18);
	tiff.writeUInt16LE(0x8825, 22);
	return segment(0xe1, Buffer.concat([ascii('Exif\0\0'), tiff, ascii('GPS 29.15N 107.09E')]));
}

/**
 * A JPEG in its outer form: the parts before its picture, the picture's own data with stuffed bytes, and the bytes
 * after its end.
 */
export function jpeg(before: Buffer[] = [], after: Buffer = Buffer.alloc(0)): Buffer {
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		...before,
		segment(0xdb, Buffer.alloc(65, 1)),
		segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
		Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
		Buffer.from([0xff, 0xd9]),
		after
	]);
}

/** A chunk of a PNG: its length, its type, what it holds, its check. */
export function pngChunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([ascii(type), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}

/** A PNG of one grey dot, with further chunks after its head. */
export function png(more: Buffer[] = [], after: Buffer = Buffer.alloc(0)): Buffer {
	const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		pngChunk('IHDR', head),
		...more,
		pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
		pngChunk('IEND', Buffer.alloc(0)),
		after
	]);
}

export function webpChunk(type: string, data: Buffer): Buffer {
	const head = Buffer.concat([ascii(type), Buffer.alloc(4)]);
	head.writeUInt32LE(data.length, 4);
	return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function webp(chunks: Buffer[]): Buffer {
	const body = Buffer.concat([ascii('WEBP'), ...chunks]);
	const head = Buffer.concat([ascii('RIFF'), Buffer.alloc(4)]);
	head.writeUInt32LE(body.length, 4);
	return Buffer.concat([head, body]);
}
