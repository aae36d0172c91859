import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readFile } from '../../../src/boot/ledger-file/read-file.js';
import { headingWords } from '../../../src/lib/domain/ledgers/heading-words';
import { sheetFile, textFile } from './import-files';
import { odsFile } from './zip-file';

const known = headingWords('banquets');
/** What is read of a file: the lines of its ledgers, or why it is refused. */
async function read(bytes: Uint8Array) {
	const file = await readFile(Buffer.from(bytes), known);
	return file.ok ? file.sheets.map(({ table }) => table?.lines.length ?? 'none') : file.refusal;
}

/** A ledger of one row with two texts in its column `column`, which is counted from 1. */
function ledger(column: number, heading: string, text: string): string[][] {
	const between = Array<string>(column - 5).fill('');
	return [
		['村', '户主', '事由', '宴席日期', ...between, heading],
		['三星村', '张三', '结婚', '2025-03-05', ...between, text]
	];
}

const ods = (rows: string[][], columns = '') =>
	odsFile(
		`<office:spreadsheet><table:table table:name="台账">${columns}${rows
			.map(
				(row) =>
					`<table:table-row>${row.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`
			)
			.join('')}</table:table></office:spreadsheet>`
	);

const formats = [
	['CSV', (rows: string[][]) => textFile(rows)],
	['XLSX', (rows: string[][]) => sheetFile(rows)],
	['ODS', (rows: string[][]) => ods(rows)]
] as const;

test.each(formats)('a ledger in %s with texts beyond its sixtieth column is refused in words', async (_, file) => {
	expect(await read(await file(ledger(61, '结果', '取消')))).toBe('file-too-wide');
	expect(await read(await file(ledger(77, '', '取消')))).toBe('file-too-wide');
	expect(await read(await file(ledger(60, '结果', '取消')))).toEqual([1]);
});

test('blank cells beyond it are no texts', async () => {
	expect(await read(textFile(ledger(77, '', ' ')))).toEqual([1]);
	expect(await read(ods(ledger(77, '', '')))).toEqual([1]);
});

test('nor are the lists of words that a template keeps in hidden columns', async () => {
	const columns =
		'<table:table-column table:number-columns-repeated="60"/><table:table-column table:number-columns-repeated="30" table:visibility="collapse"/>';
	expect(await read(ods(ledger(77, '', '取消'), columns))).toEqual([1]);
});

test('a wide sheet beside the ledger is no matter', async () => {
	const wide = [Array.from({ length: 90 }, (_, nth) => nth)];
	const book = (sheets: { name: string; rows: (string | number)[][] }[]) => writeXlsx({ sheets });
	const [narrow, other] = [
		{ name: '台账', rows: ledger(10, '结果', '取消') },
		{ name: '考勤', rows: wide }
	];
	expect(await read(await book([narrow, other]))).toEqual([1, 'none']);
	expect(await read(await book([other, narrow]))).toEqual(['none', 1]);
	expect(await read(await book([other, { name: '台账', rows: ledger(61, '结果', '取消') }]))).toBe('file-too-wide');
});
