import { describe, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { headingWords } from '../../../src/lib/domain/ledgers/heading-words';
import { readSheetFile } from '../../../src/lib/server/ledgers/files/sheet-file';
import { bookFile, odsFile } from './zip-file';

const known = headingWords('banquets');

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`;
const head = row('村', '户主', '事由', '日期', '桌数');
const line = row('三星村', '测甲', '婚宴', '2024-03-05', '12');
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
const many = (count: number, of: (nth: number) => string) =>
	Array.from({ length: count }, (_, nth) => of(nth)).join('');
const merges = (count: number, of: (nth: number) => string) =>
	`<mergeCells>${many(count, (nth) => `<mergeCell ref="${of(nth)}"/>`)}</mergeCells>`;

const odsRow = (text: string, rows: string, columns: string) =>
	`<table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${columns}"><text:p>${text}</text:p></table:table-cell></table:table-row>`;
const odsTable = (rows: string) => `<table:table table:name="表">${rows}</table:table>`;
const odsLine = (...texts: string[]) =>
	`<table:table-row>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;

/** What is read of a file, in short: why it is refused, or how many lines each of its first sheets has, and how many rows of a ledger. */
async function briefOf(bytes: Uint8Array): Promise<string | number[][]> {
	const file = await readSheetFile(bytes, known);
	if (!file.ok) return file.refusal;
	return file.sheets.slice(0, 2).map(({ lines, table }) => [lines, table?.lines.length ?? 0]);
}

const cases: [string, () => Uint8Array, string | number[][]][] = [
	[
		'100,000 merges of which each covers all lines',
		() => bookFile([data(head + line.repeat(30_000)) + merges(100_000, (nth) => `A${(nth % 9) + 2}:A30001`)]),
		[[30_001, 30_000]]
	],
	[
		'100,000 merges of which some cover the heading, so that there is none',
		() => bookFile([data(head + line) + merges(100_000, (nth) => `A${(nth % 20) + 1}:XFD${(nth % 20) + 1}`)]),
		[[2, 0]]
	],
	[
		'a million merges',
		() => bookFile([data(head + line) + merges(1_000_000, (nth) => `B${nth + 3}:C${nth + 3}`)]),
		'file-too-costly'
	],
	[
		'100,000 conditional formats',
		() =>
			bookFile([
				data(head + line) +
					many(
						100_000,
						(nth) =>
							`<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${nth}"><formula>A1&gt;${nth}</formula></cfRule></conditionalFormatting>`
					)
			]),
		[[2, 1]]
	],
	[
		'100,000 defined names',
		() =>
			bookFile([data(head + line)], {
				names: many(
					100_000,
					(nth) => `<definedName name="名${nth}" localSheetId="0">表1!$A$1:$XFD$1048576</definedName>`
				)
			}),
		[[2, 1]]
	],
	['5,000 sheets', () => bookFile(Array.from({ length: 5000 }, () => data(head + line))), 'file-too-costly'],
	[
		'20,000 parts in folders a thousand deep',
		() =>
			bookFile([data(head + line)], {
				others: Object.fromEntries(
					Array.from({ length: 20_000 }, (_, nth) => [`${nth % 20 === 0 ? 'a/'.repeat(1000) : 'a/'}${nth}.xml`, '<a/>'])
				)
			}),
		[[2, 1]]
	],
	[
		'a workbook within a workbook, nine times',
		() => {
			let inner = bookFile([data(head + line)]);
			for (let nth = 0; nth < 9; nth++)
				inner = bookFile([data(head + line)], { others: { 'xl/embeddings/book.xlsx': inner.toString('latin1') } });
			return inner;
		},
		[[2, 1]]
	],
	[
		'one shared string of 30 million characters in each cell',
		() =>
			bookFile([data(head + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(1000))], {
				strings: `<si><t>${'a'.repeat(30_000_000)}</t></si>`
			}),
		[[1001, 1000]]
	],
	[
		'shared strings nested a million deep',
		() => bookFile([data(head + line)], { strings: `<si>${'<r>'.repeat(1_000_000)}` }),
		'ledger-broken'
	],
	[
		'16,384 columns and 450 rows',
		() => bookFile([data(head + `<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`.repeat(450))]),
		'file-unpacks-too-large'
	],
	[
		'16,384 columns and 400 rows',
		() => bookFile([data(head + `<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`.repeat(400))]),
		'file-too-costly'
	],
	[
		'a value in the last cell of all',
		() => bookFile([data(`${head}${line}<row r="1048576"><c r="BH1048576"><v>1</v></c></row>`)]),
		'file-too-costly'
	],
	[
		'a cell repeated in billions of rows and columns',
		() => odsFile(odsTable(odsRow('a', '4000000000', '9e99'))),
		'file-too-many-lines'
	],
	[
		'blank rows by the billion, and then a line',
		() => odsFile(odsTable(odsLine('村', '户主', '事由', '日期') + odsRow('', '1e999', '4000000000') + odsLine('a'))),
		'file-too-many-lines'
	],
	[
		'tables within tables',
		() =>
			odsFile(
				odsTable(
					odsLine('村', '户主', '事由', '日期') +
						odsLine(
							'三星村',
							`甲</text:p>${'<table:table><table:table-row><table:table-cell>'.repeat(60)}${'</table:table-cell></table:table-row></table:table>'.repeat(60)}<text:p>`,
							'婚宴',
							'2024-03-05'
						)
				)
			),
		[[2, 1]]
	],
	[
		'tables within tables without end',
		() => odsFile('<table:table><table:table-row><table:table-cell>'.repeat(100_000)),
		'ledger-broken'
	],
	['six million tables', () => odsFile('<table:table/>'.repeat(6_000_000)), 'file-too-costly'],
	[
		'two million merges',
		() =>
			odsFile(
				odsTable(
					'<table:table-row><table:table-cell table:number-rows-spanned="9"/></table:table-row>'.repeat(1_000_000)
				)
			),
		'file-too-costly'
	],
	['a text of one line of 50 MB', () => Buffer.alloc(50 * 1024 * 1024, 'a'), 'ledger-too-large'],
	['a text of one line of 12 MB', () => Buffer.alloc(12 * 1024 * 1024, 'a'), 'ledger-broken'],
	['a text of quotes that open and never close', () => Buffer.from(`${',"a'.repeat(160_000)}\n`.repeat(12)), [[12, 0]]],
	['a text of quotes over many lines', () => Buffer.from(`"${'a'.repeat(400)}\n`.repeat(29_000)), [[29_000, 0]]],
	['a text of line ends', () => Buffer.from(`村,户主${'\n'.repeat(12_000_000)}`), [[1, 0]]],
	[
		'a text of line ends with a line after them',
		() => Buffer.from(`村,户主${'\n'.repeat(12_000_000)}三`),
		'file-too-costly'
	],
	['a text of separators', () => Buffer.from(`村,户主\n${','.repeat(900_000)}\n三`.repeat(12)), 'file-too-costly'],
	['a text of cells', () => Buffer.from(`${'a,'.repeat(160_000)}\n`.repeat(12)), [[12, 0]]]
];

describe('a file that is beyond reason is answered soon, or read for what it holds', () => {
	test.each(cases)('%s', async (_, make, expected) => {
		// One that took longer than the reading process may would be answered as too costly.
		expect(await briefOf(make())).toEqual(expected);
	});

	test('while others are served, and one file after the other', async () => {
		const bytes = bookFile([data(head + line.repeat(30_000))]);
		const reading = Promise.all([briefOf(bytes), briefOf(bytes)]);
		let [turns, isDone] = [0, false];
		void reading.then(() => (isDone = true));
		for (; !isDone; turns++) await sleep(1);
		expect(await reading).toEqual([[[30_001, 30_000]], [[30_001, 30_000]]]);
		expect(turns).toBeGreaterThan(100);
	});
});
