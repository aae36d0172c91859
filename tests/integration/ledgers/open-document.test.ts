import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRaw } from '../../../src/boot/ledger-file/read-file.js';
import { bring, linesOf } from './import-files';
import { folder, freshTown, town } from './imported-ledger';
import { odsFile } from './zip-file';

freshTown();

const cell = (text: string, attributes = '') =>
	`<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const table = (rows: string, attributes = '') => `<table:table table:name="台账" ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;

/** LibreOffice writes the formula of a picture of WPS in small letters. */
const bare = (text: string) => (/DISPIMG/i.test(text) ? '图' : text);

/** The first sheet of such a file, each line as its row from 1, its mark and its cells. */
async function read(content: string, others: Record<string, string> = {}, declarations = '') {
	const file = await readRaw(odsFile(content, others, declarations));
	if (!file.ok) throw new Error(file.refusal);
	return file.sheets[0]!.lines.map(({ at, cells, mark }) => `${at + 1} ${mark ?? ''} ${cells.join('|')}`);
}

test('a workbook saved as ODS has the same lines, marks and merged cells as it has as XLSX', async () => {
	const sheets = async (name: string) => {
		const file = await readRaw(folder(name));
		if (!file.ok) throw new Error(file.refusal);
		return file.sheets.map(({ name, isHidden, lines, merges }) => ({
			name,
			isHidden,
			merges,
			lines: lines.map(({ at, cells, mark }) => `${at} ${mark} ${cells.map(bare).join('|').replace(/\|+$/, '')}`)
		}));
	};
	expect(await sheets('elders-namesakes.ods')).toEqual(await sheets('elders-namesakes.xlsx'));
	const [ods, xlsx] = [await sheets('banquets-sheets.ods'), await sheets('banquets-sheets.xlsx')];
	expect(ods.map(({ lines }) => lines.length)).toEqual([2, 7, 9, 7, 2]);
	expect(ods).toEqual(xlsx);
});

test('rows that are filtered, folded away or partly struck through wait; headings that repeat in print are read', async () => {
	const id = await bring(town.as('zhou'), 'banquets', folder('banquets-may.ods'), '台账.xlsx');
	const lines = await linesOf(town.ctx, id);
	expect(lines.map(({ state, faults }) => [state, ...faults].join(' '))).toEqual([
		'new',
		'left-out',
		'left-out',
		'new',
		'doubtful',
		'left-out',
		'new',
		'wrong venue: cell-error'
	]);
	expect(lines[0]!.record).toMatchObject({ hostPhoneIndex: town.ctx.keys.blindIndex('02371234567') });
	expect(lines[6]!.record).toMatchObject({
		plannedOn: '2024-05-06',
		hostPhoneIndex: town.ctx.keys.blindIndex('13800000306')
	});
});

test('a file is read by what it is, whatever its name says', async () => {
	const [zhou, bytes] = [town.as('zhou'), readFileSync('tests/ledgers/elders.xlsx')];
	const id = await bring(zhou, 'elders', bytes, '台账.xls');
	expect((await linesOf(town.ctx, id)).length).toBeGreaterThan(4);
});

test('a row or a cell that is repeated counts as often as it says, within the columns that are read', async () => {
	const blank = '<table:table-cell table:number-columns-repeated="16384"/>';
	const rows = [
		row(blank, 'table:number-rows-repeated="4"'),
		row(cell('甲') + cell('乙', 'table:number-columns-repeated="2"') + blank, 'table:number-rows-repeated="2"'),
		row(cell('丙', 'table:number-columns-repeated="16384"')),
		row(blank, 'table:number-rows-repeated="1048568"')
	];
	expect(await read(table(rows.join('')))).toEqual([
		'5  甲|乙|乙',
		'6  甲|乙|乙',
		`7  ${Array(60).fill('丙').join('|')}`
	]);
});

test('a cell is its text alone: no note, drawing, reading or deleted cell, and no entity that the file declares', async () => {
	const entities = '<!DOCTYPE x [<!ENTITY a "哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>';
	const noted =
		'<table:table-cell><office:annotation><text:p>退了</text:p></office:annotation><text:p>张<text:s text:c="2"/>三</text:p><text:p>之妻&amp;&b;</text:p></table:table-cell>';
	const ruby = '<text:ruby><text:ruby-base>重</text:ruby-base><text:ruby-text>chong</text:ruby-text></text:ruby>';
	const drawn =
		'<table:table-cell><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame></table:table-cell>';
	const within = `<table:table-cell><text:p>外</text:p>${table(row(cell('内')))}</table:table-cell>`;
	const deleted = `<table:tracked-changes><table:deletion>${cell('删了')}</table:deletion></table:tracked-changes>`;
	const rows = row(noted + drawn + cell(ruby) + within) + row(cell('末'));
	expect(await read(deleted + table(rows), {}, entities)).toEqual(['1  张  三\n之妻&&b;||重|外', '2  末']);
});

test('formats of columns, rows and named styles apply, and of each parent', async () => {
	const named = `<office:styles><number:number-style style:name="N11"><number:number number:min-integer-digits="11"/></number:number-style>
		<style:style style:name="电话" style:family="table-cell" style:data-style-name="N11"/>
		<style:style style:name="作废" style:family="table-cell"><style:text-properties style:text-line-through-type="single"/></style:style>
		<style:style style:name="恢复" style:family="table-cell" style:parent-style-name="作废"><style:text-properties style:text-line-through-style="none"/></style:style>
		<style:style style:name="又作废" style:family="table-cell" style:parent-style-name="作废"/></office:styles>`;
	const phone = (attributes = '') =>
		`<table:table-cell ${attributes} office:value-type="float" office:value="2371234567"/>`;
	const columns = '<table:table-column/><table:table-column table:default-cell-style-name="电话"/>';
	const rows = [
		row(phone() + phone()),
		row(phone(), 'table:default-cell-style-name="电话"'),
		row(phone('table:style-name="又作废"')),
		row(phone('table:style-name="恢复"'))
	];
	expect(await read(table(columns + rows.join('')), { 'styles.xml': named })).toEqual([
		'1  2371234567|02371234567',
		'2  02371234567',
		'3 struck 2371234567',
		'4  2371234567'
	]);
});

test('values of each type are texts as they are from other workbooks', async () => {
	const typed = (type: string, value: string, shown = '') =>
		cell(
			shown,
			`office:value-type="${type}" office:${type === 'float' || type === 'percentage' ? '' : `${type}-`}value="${value}"`
		);
	const cells = [
		typed('date', '2024-02-29'),
		typed('date', '2024-02-29T09:05:00'),
		typed('date', '2024-02-31x', '二月三十一'),
		typed('time', 'PT09H00M00S', '9:00'),
		typed('percentage', '0.5', '50%'),
		typed('boolean', 'true', 'TRUE'),
		typed('float', '', '12'),
		'<table:table-cell table:formula="of:=SUM([.A1:.A2])"/>',
		cell('错误:502', 'office:value-type="string" calcext:value-type="error"')
	];
	expect(await read(table(row(cells.join(''))))).toEqual([
		'1  2024-02-29|2024-02-29 09:05|二月三十一|9:00|0.5|true|12|\u0001=SUM([.A1:.A2])|#VALUE!'
	]);
	const since1904 = await readRaw(
		odsFile(
			`<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>${table(row(cell('a')))}`
		)
	);
	expect(since1904).toMatchObject({ ok: true, is1904: true });
});
