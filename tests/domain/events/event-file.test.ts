import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { decideFile, fileLimits, readFormat } from '$lib/domain/events/event-file';
import {
	docx,
	exif,
	jpeg,
	pdf,
	png,
	pngChunk,
	segment,
	webp,
	webpChunk,
	zip
} from '../../integration/ledgers/sample-files';

const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text, 0, 'latin1');
const kept = (kind: 'photo' | 'material', bytes: Uint8Array) => {
	const decided = decideFile(kind, bytes);
	if (!decided.ok) throw new Error(decided.refusal);
	return decided.bytes;
};

describe('what a file is', () => {
	test('is read from its bytes, whatever its name', () => {
		expect(readFormat(jpeg())).toBe('jpeg');
		expect(readFormat(png())).toBe('png');
		expect(readFormat(webp([]))).toBe('webp');
		expect(readFormat(pdf())).toBe('pdf');
		expect(readFormat(docx())).toBe('docx');
		expect(readFormat(zip(['[Content_Types].xml', 'ppt/presentation.xml']))).toBe('pptx');
		expect(readFormat(zip(['[Content_Types].xml', 'xl/workbook.xml']))).toBe('xlsx');
	});

	test.each([
		['a page', Buffer.from('<html><script>alert(1)</script>')],
		['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['a program', Buffer.from('MZ\x90\0')],
		['any zip', zip(['a.txt'])],
		['a document with macros', zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
		['half a zip', docx().subarray(0, 40)],
		['nothing', Buffer.alloc(0)]
	])('%s is none of those that are taken', (_, bytes) => {
		expect(readFormat(bytes)).toBeNull();
	});

	property.prop([fc.uint8Array({ maxLength: 200 })])('no bytes whatever break the reader', (bytes) => {
		for (const head of [
			[],
			[0xff, 0xd8, 0xff],
			[...png().subarray(0, 8)],
			[...webp([])],
			[...Buffer.from('PK\x03\x04')]
		]) {
			const decided = decideFile('photo', Uint8Array.from([...head, ...bytes]));
			expect(typeof decided.ok).toBe('boolean');
		}
	});
});

describe('what may be kept', () => {
	test('a photo is a picture up to 2 MB, a material a document or a JPEG up to 5 MB', () => {
		expect(decideFile('photo', pdf())).toEqual({ ok: false, refusal: 'file-kind-wrong' });
		expect(decideFile('material', png())).toEqual({ ok: false, refusal: 'file-kind-wrong' });
		expect(decideFile('material', jpeg())).toMatchObject({ ok: true, format: 'jpeg' });
		expect(decideFile('photo', Buffer.alloc(0))).toEqual({ ok: false, refusal: 'file-missing' });
		for (const kind of ['photo', 'material'] as const) {
			const large = Buffer.alloc(fileLimits[kind].bytes + 1);
			expect(decideFile(kind, large)).toEqual({ ok: false, refusal: 'file-too-large' });
		}
	});

	test('half a picture is refused', () => {
		expect(decideFile('photo', jpeg().subarray(0, -2))).toEqual({ ok: false, refusal: 'file-broken' });
		expect(decideFile('photo', png().subarray(0, -3))).toEqual({ ok: false, refusal: 'file-broken' });
		expect(decideFile('photo', webp([]))).toEqual({ ok: false, refusal: 'file-broken' });
		expect(decideFile('photo', webp([webpChunk('VP8 ', Buffer.alloc(9))]).subarray(0, -4))).toEqual({
			ok: false,
			refusal: 'file-broken'
		});
	});
});

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
