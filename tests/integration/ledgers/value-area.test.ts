import { expect, test } from 'vitest';
import { valueArea } from '../../../src/boot/ledger-file/value-area.js';

const area = (rows: string, encoding: BufferEncoding = 'utf8') =>
	valueArea(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`, encoding));
const value = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>';

test('the values of a sheet end where the last one is, whatever is drawn below', () => {
	expect(area(`${value}<row r="30101"><c r="A30101" s="1"/><c r="B30101"><v/></c></row>`)).toEqual({
		last: 2,
		rows: 1,
		cells: 3,
		merges: 0,
		isTwice: false,
		isWide: false
	});
	expect(area(`${value}<x:row r='7'><x:c r='B7' t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>`)).toEqual({
		last: 7,
		rows: 2,
		cells: 2,
		merges: 0,
		isTwice: false,
		isWide: false
	});
});

test('are counted on where the file does not say where its rows are', () => {
	expect(area('<row><c><v>1</v></c></row><row/><row><c><v>1</v></c></row>')).toMatchObject({ last: 3, rows: 2 });
	expect(area('<row r="5"/><row><c><v>1</v></c></row>')).toMatchObject({ last: 6, rows: 1 });
});

test('are not looked for in another encoding, and merged ranges are counted', () => {
	expect(area(value, 'utf16le')).toBeNull();
	expect(
		area(`${value}</sheetData><mergeCells><mergeCell ref="A1:B2"/><x:mergeCell ref="A3:B4"/></mergeCells>`)
	).toMatchObject({ merges: 2 });
});

test('say where a row or a cell is written twice, of which one would be lost', () => {
	expect(area(`${value}${value}`)).toMatchObject({ isTwice: true });
	expect(area('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>')).toMatchObject({ isTwice: true });
	expect(area('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"/>')).toMatchObject({
		isTwice: false
	});
	expect(area('<row><c r="A1"><v>1</v></c></row><row><c r="A2"><v>1</v></c></row>')).toMatchObject({ isTwice: false });
});

test('say where a value is beyond the columns that are read, also where no cell says its column', () => {
	expect(area('<row r="2"><c r="BH2"><v>1</v></c><c r="BI2" s="1"/></row>')).toMatchObject({ isWide: false });
	expect(area('<row r="2"><c r="BI2"><v>1</v></c></row>')).toMatchObject({ isWide: true });
	expect(area(`<row>${'<c><v>1</v></c>'.repeat(60)}</row>`)).toMatchObject({ isWide: false });
	expect(area(`<row>${'<c/>'.repeat(60)}<c><v>1</v></c></row>`)).toMatchObject({ isWide: true });
	const cols = (hidden: string) => `<worksheet><cols><col min="61" max="80" ${hidden}/></cols><sheetData>`;
	const far = '<row r="2"><c r="BI2"><v>1</v></c></row></sheetData></worksheet>';
	expect(valueArea(Buffer.from(cols('hidden="1"') + far)), 'lists of a template').toMatchObject({ isWide: false });
	expect(valueArea(Buffer.from(cols('hidden="0"') + far))).toMatchObject({ isWide: true });
});
