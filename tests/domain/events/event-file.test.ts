import { fc, test as property } from '../../properties';
import { describe, expect, test } from 'vitest';
import { decideFile, readFormat } from '$lib/domain/events/event-file';
import { docx, pdf, zip } from '../../integration/ledgers/sample-documents';
import { jpeg, png, webp } from '../../integration/ledgers/sample-pictures';

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
