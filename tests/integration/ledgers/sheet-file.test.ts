import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRaw } from '../../../src/boot/ledger-file/read-file.js';
import { headingWords } from '../../../src/lib/domain/ledgers/heading-words';
import { toCsv } from '../../../src/lib/server/ledgers/files/csv';
import { fileLimit, readSheetFile } from '../../../src/lib/server/ledgers/files/sheet-file';
import { sheetFile, textFile } from './import-files';
import { odsFile, zipOf } from './zip-file';

const known = headingWords('banquets');

/** The lines of a file, read in this process; or why it is refused, by the process that reads files. */
const read = async (bytes: Uint8Array) => {
	const file = await readRaw(Buffer.from(bytes));
	return file.ok ? file.sheets.map(({ lines }) => lines.map(({ cells }) => cells)) : file.refusal;
};
const refusalOf = async (bytes: Uint8Array) => {
	const file = await readSheetFile(bytes, known);
	return file.ok ? file.sheets : file.refusal;
};

const gb = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

test('a range that is merged across the whole sheet counts as far as columns are read', async () => {
	const rows = [
		['日期', '村'],
		['2024-03-01', '三星村']
	];
	const across = await readRaw(
		Buffer.from(
			await sheetFile(rows, [
				[1, 0, 1, 16_383],
				[0, 200, 0, 300]
			])
		)
	);
	if (!across.ok) throw new Error(across.refusal);
	expect(across.sheets[0]!.merges).toEqual([[1, 0, 1, 59]]);
});

describe('a text file', () => {
	const rows = [
		['村', '户主'],
		['三星村', '张三']
	];
	const text = '村,户主\r\n三星村,张三\r\n';

	test('is read in UTF-8 with its mark or without, in UTF-16 and in GB18030', async () => {
		const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
		// 村,户主 CR LF 三星村,张三 in GB18030, byte by byte.
		const gb18030 = gb('b4e5 2c bba7d6f7 0d0a c8fdd0c7b4e5 2c d5c5c8fd 0d0a');
		for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16(), gb18030])
			expect(await read(bytes)).toEqual([rows]);
	});

	test('may part its cells by commas, semicolons or tabs, and quote them', async () => {
		expect(await read(textFile(rows, ';'))).toEqual([rows]);
		expect(await read(textFile(rows, '\t'))).toEqual([rows]);
		expect(await read(Buffer.from('a,b\n"张三, 李四","他说""好""\n第二行"\n'))).toEqual([
			[
				['a', 'b'],
				['张三, 李四', '他说"好"\n第二行']
			]
		]);
	});

	test('may be written carelessly: quotes within a cell, lines of different lengths and ends, blank lines', async () => {
		expect(await read(Buffer.from('村,户主\n三"星"村,张三,婚宴\r\n\n河沙村\n'))).toEqual([
			[['村', '户主'], ['三"星"村', '张三', '婚宴'], ['河沙村']]
		]);
	});

	test('is read 60 columns wide, and 500 characters of a cell', async () => {
		const line = Array.from({ length: 70 }, (_, nth) => (nth === 0 ? '长'.repeat(600) : String(nth)));
		expect(await read(textFile([line]))).toEqual([[['长'.repeat(500), ...line.slice(1, 60)]]]);
	});

	test('gives back what our own files made harmless', async () => {
		const cells = [['=1+1', '+86', '-5', '@x', "'引号"]];
		const file = await new Response(toCsv([['a', 'b', 'c', 'd', 'e'], ...cells])).arrayBuffer();
		expect(await read(Buffer.from(file))).toEqual([[['a', 'b', 'c', 'd', 'e'], ...cells]]);
	});
});

describe('a workbook', () => {
	test('gives days as dates, numbers and texts unchanged, and a formula without a result as what it is', async () => {
		const file = await readRaw(
			Buffer.from(await sheetFile([['甲', 12, new Date(Date.UTC(2024, 2, 5)), null, 3.5, '=1+1']]))
		);
		expect(file).toMatchObject({ ok: true, is1904: false });
		expect(file.ok && file.sheets[0]!.lines[0]!.cells).toEqual(['甲', '12', '2024-03-05', '', '3.5', '=1+1']);
	});
});

describe('a hostile or a wrong file is refused in words', () => {
	const everywhere = 1_048_576;
	const row = (text: string, rows = 1, columns = 1) =>
		`<table:table><table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${columns}"><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`;
	const book = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };

	test.each([
		['nothing', Buffer.alloc(0), 'file-empty'],
		['blank lines', Buffer.from('\r\n \r\n'), 'file-empty'],
		['a workbook cut off', Buffer.from('PK\x03\x04broken', 'latin1'), 'ledger-broken'],
		['a document', zipOf({ 'word/document.xml': '<w/>' }), 'file-wrong-type'],
		['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-wrong-type'],
		['a PDF', Buffer.from('%PDF-1.7\n%…'), 'file-wrong-type'],
		['a web page called .xls', Buffer.from('<html><table><tr><td>村</td></tr></table></html>'), 'file-wrong-type'],
		['macros', zipOf({ ...book, 'xl/vbaProject.bin': 'x' }), 'file-has-macros'],
		['links to other files', zipOf({ ...book, 'xl/externalLinks/externalLink1.xml': '<x/>' }), 'file-has-links'],
		['an old .xls', readFileSync(join('tests', 'ledgers', 'banquets-sheets.xls')), 'file-old-xls'],
		[
			'an old document called .xls',
			Buffer.concat([gb('d0cf11e0a1b11ae1'), Buffer.alloc(500), Buffer.from('WordDocument\0', 'utf16le')]),
			'file-wrong-type'
		],
		[
			'a password',
			Buffer.concat([gb('d0cf11e0a1b11ae1'), Buffer.alloc(500), Buffer.from('EncryptedPackage\0', 'utf16le')]),
			'file-locked'
		],
		['a bomb that says so', zipOf({ ...book, 'a.xml': Buffer.alloc(101 * 1024 * 1024) }), 'file-unpacks-too-large'],
		[
			'a bomb that lies',
			zipOf({ ...book, 'a.xml': Buffer.alloc(5_000_000) }, { 'a.xml': 1000 }),
			'file-unpacks-too-large'
		],
		['too large a file', new Uint8Array(fileLimit + 1), 'ledger-too-large'],
		['too many lines', Buffer.from('a,b\n'.repeat(30_200)), 'file-too-many-lines'],
		['a line without an end', Buffer.from(`村\n"${'三'.repeat(1_000_100)}"\n`), 'ledger-broken'],
		['broken sheets', zipOf(book), 'ledger-broken'],
		['a document of OpenDocument', zipOf({ 'content.xml': '<office:text/>' }), 'file-wrong-type'],
		['an ODS with macros', odsFile(row('a'), { 'Basic/Standard/Module1.xml': 'x' }), 'file-has-macros'],
		['an ODS with links to other files', odsFile('<table:table><table:table-source/></table:table>'), 'file-has-links'],
		['an ODS with a password', odsFile('?', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'file-locked'],
		['an ODS of blank cells', odsFile(row('', everywhere, everywhere)), 'file-empty'],
		['an ODS whose one cell is everywhere', odsFile(row('a', everywhere, everywhere)), 'file-too-many-lines'],
		['an ODS that says one long text a million times', odsFile(row('长'.repeat(500), 20_000, 60)), 'file-too-costly'],
		['an ODS nested a million deep', odsFile('<a>'.repeat(1_000_000)), 'ledger-broken'],
		['an ODS of very many sheets', odsFile(row('a') + '<table:table></table:table>'.repeat(2000)), 'file-too-costly']
	])('%s', async (_, bytes, refusal) => expect(await refusalOf(bytes)).toBe(refusal));

	test('also one that eats more heap or time than the reader has, which then ends by itself', async () => {
		const rows = Array.from({ length: 9000 }, (_, nth) => [`第${nth}行`, '三星村', `测${nth}`, '婚宴', nth]);
		const bytes = await sheetFile(rows);
		const costly = { ok: false, refusal: 'file-too-costly' };
		expect(await readSheetFile(bytes, known, { heapMb: 8, timeoutMs: 30_000 })).toEqual(costly);
		expect(await readSheetFile(bytes, known, { heapMb: 384, timeoutMs: 20 })).toEqual(costly);
	});
});

describe('the folder of ledgers made by other programs', () => {
	test('is as its note says', () => {
		const folder = join('tests', 'ledgers');
		const note = readFileSync(join(folder, 'README.md'), 'utf8');
		for (const name of readdirSync(folder).filter((one) => one !== 'README.md')) {
			const hash = createHash('sha256')
				.update(readFileSync(join(folder, name)))
				.digest('hex')
				.slice(0, 12);
			expect(note, name).toContain(`${name} ${hash}`);
		}
	});
});
