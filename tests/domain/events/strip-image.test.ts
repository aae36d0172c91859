import { describe, expect, test } from 'vitest';
import { decideFile } from '$lib/domain/events/event-file';
import { exif, jpeg, png, pngChunk, segment, webp, webpChunk } from '../../integration/ledgers/sample-pictures';

const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text, 0, 'latin1');
const kept = (kind: 'photo' | 'material', bytes: Uint8Array) => {
	const decided = decideFile(kind, bytes);
	if (!decided.ok) throw new Error(decided.refusal);
	return decided.bytes;
};

describe('a picture loses what its camera wrote into it', () => {
	test('a JPEG its Exif with the place, its XMP, texts, comment and what hides behind its end, and keeps its colours', () => {
		const icc = segment(0xe2, Buffer.from('ICC_PROFILE\0colours', 'latin1'));
		const jfif = segment(0xe0, Buffer.from('JFIF\0', 'latin1'));
		const full = jpeg(
			[
				jfif,
				exif(1),
				icc,
				segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0secret place', 'latin1')),
				segment(0xe2, Buffer.from('MPF\0secret place', 'latin1')),
				segment(0xed, Buffer.from('Photoshop secret place', 'latin1')),
				segment(0xfe, Buffer.from('secret place', 'latin1'))
			],
			jpeg([exif(1)])
		);
		expect(Buffer.from(kept('photo', full)).equals(jpeg([jfif, icc]))).toBe(true);
	});

	test('a JPEG stays the right way up: of its Exif the orientation is kept alone', () => {
		const turned = kept('photo', jpeg([exif(6)]));
		expect(has(turned, 'GPS')).toBe(false);
		expect(has(turned, 'Exif')).toBe(true);
		expect(Buffer.from(kept('photo', turned)).equals(turned), 'read again it says the same').toBe(true);
		expect(has(kept('photo', jpeg([exif(1)])), 'Exif')).toBe(false);
	});

	test('a PNG its texts, Exif, time and what hides behind its end', () => {
		const text = pngChunk('tEXt', Buffer.from('Location\0secret place', 'latin1'));
		const full = png(
			[text, pngChunk('eXIf', Buffer.from('GPS')), pngChunk('tIME', Buffer.alloc(7))],
			Buffer.from('behind')
		);
		expect(Buffer.from(kept('photo', full)).equals(png())).toBe(true);
	});

	test('a WebP its Exif and XMP, and says no more that it has them', () => {
		const size = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		const picture = webpChunk('VP8 ', Buffer.alloc(11, 7));
		const flags = Buffer.from(size);
		flags[0] = 0x08 | 0x04 | 0x10;
		const full = webp([
			webpChunk('VP8X', flags),
			picture,
			webpChunk('EXIF', Buffer.from('GPS')),
			webpChunk('XMP ', Buffer.from('secret place'))
		]);
		const alphaAlone = Buffer.from(size);
		alphaAlone[0] = 0x10;
		expect(Buffer.from(kept('photo', full)).equals(webp([webpChunk('VP8X', alphaAlone), picture]))).toBe(true);
	});
});
