import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { decideFile, fileLimits, readFormat } from '$lib/domain/events/event-file';
import { docx, jpeg, pdf, png, webp, webpChunk, zip } from '../../integration/ledgers/sample-files';

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
