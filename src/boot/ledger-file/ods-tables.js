import { limits, refuse } from './answer.js';
import { collectText, odsText } from './ods-cell.js';
import { eachElement } from './xml-events.js';

/**
 * A sheet as it is read: `at` is the row that comes next, `columns` the styles of cells that name none, `width` how many columns it describes,
 * `hidden` those of them that are hidden, from 1.
 * @typedef {import('./answer.js').RawSheet & { at: number, columns: (string | undefined)[], width: number, hidden: Set<number> }} Table
 * @typedef {{ cells: string[], width: number, repeat: number, style: string | undefined, isHidden: boolean, isStruck: boolean }} Row
 * @typedef {{ attributes: Record<string, string>, shown: ReturnType<typeof collectText> }} Cell
 * @typedef {ReturnType<typeof import('./ods-styles.js').collectStyles>} Styles
 */

/** What lies beside the cells or holds other tables: notes, drawings, forms, readings of characters, cells that were deleted. */
const beside =
	/^(office:(annotation|forms)|table:(shapes|tracked-changes|content-validations)|text:ruby-text|draw:.*)$/;
const links = /^(table:(table-source|cell-range-source|dde-links?)|office:dde-source)$/;

/**
 * The sheets of content.xml. A row or a cell that is repeated is written once in the file and counts as often as it says.
 * @param {string} xml
 * @param {Styles} styles
 * @returns {import('./answer.js').RawAnswer}
 */
export function readTables(xml, styles) {
	const reader = new TablesReader(styles);
	let skipped = 0;
	eachElement(
		xml,
		{
			open: (name, attributes) => {
				if (skipped > 0 || reader.isBeside(name)) skipped++;
				else reader.open(name, attributes);
			},
			close: (name) => (skipped > 0 ? skipped-- : reader.close(name)),
			text: (text) => skipped === 0 && reader.cell?.shown.add(text)
		},
		() => reader.refusal !== null
	);
	if (reader.refusal !== null) return refuse(reader.refusal);
	if (!reader.isSpreadsheet) return refuse('file-wrong-type');
	const sheets = reader.sheets.map(({ name, isHidden, isWide, lines, merges }) => ({
		name,
		isHidden,
		isWide,
		lines,
		merges
	}));
	return { ok: true, sheets, is1904: reader.is1904 };
}

/** What was read so far. */
class TablesReader {
	/** @type {Table[]} */
	sheets = [];
	isSpreadsheet = false;
	is1904 = false;
	/** @type {string | null} */
	refusal = null;
	/** @type {Table | null} */
	#table = null;
	/** @type {Row | null} */
	#row = null;
	/** @type {Cell | null} */
	cell = null;
	#lines = 0;
	#merges = 0;

	/** @param {Styles} styles */
	constructor(styles) {
		this.styles = styles;
	}

	/**
	 * A table within a cell is beside the sheet, too.
	 * @param {string} name
	 */
	isBeside(name) {
		return beside.test(name) || (name === 'table:table' && this.#table !== null);
	}

	/**
	 * @param {string} name
	 * @param {Record<string, string>} attributes
	 */
	open(name, attributes) {
		if (links.test(name)) this.refusal = 'file-has-links';
		else if (name.startsWith('text:'))
			this.cell?.shown.open(name, attributes, (style) => this.styles.find('text', style).isStruck);
		else if (name === 'table:table-cell' || name === 'table:covered-table-cell')
			this.cell = { attributes, shown: collectText() };
		else if (name === 'table:table-row') this.#row = rowOf(attributes);
		else if (name === 'table:table-column') {
			if (this.#table) addColumns(this.#table, attributes);
		} else if (name === 'table:table') {
			const isHidden = this.styles.find('table', attributes['table:style-name']).isHidden;
			this.#table = {
				name: attributes['table:name'] ?? '',
				isHidden,
				isWide: false,
				lines: [],
				merges: [],
				at: 0,
				columns: [],
				width: 0,
				hidden: new Set()
			};
		} else if (name === 'office:spreadsheet') this.isSpreadsheet = true;
		else if (name === 'table:null-date') this.is1904 = attributes['table:date-value'] === '1904-01-01';
		else this.styles.open(name, attributes);
	}

	/** @param {string} name */
	close(name) {
		if (name.startsWith('text:')) this.cell?.shown.close(name);
		else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
			if (this.#table && this.#row && this.cell) this.#endCell(this.#table, this.#row, this.cell);
			this.cell = null;
		} else if (name === 'table:table-row') {
			if (this.#table && this.#row) this.#endRow(this.#table, this.#row);
			this.#row = null;
		} else if (name === 'table:table') {
			if (this.#table) this.sheets.push(this.#table);
			if (this.sheets.length > limits.sheets) this.refusal = 'file-too-costly';
			this.#table = null;
		}
	}

	/**
	 * @param {Table} table
	 * @param {Row} row
	 * @param {Cell} cell
	 */
	#endCell(table, row, { attributes, shown }) {
		const { text, isStruck } = shown.done();
		const named = attributes['table:style-name'] ?? row.style ?? table.columns[row.width];
		const style = this.styles.find('table-cell', named);
		const written = odsText(attributes, text, style.numFmt);
		if (written.trim() !== '' && (isStruck || style.isStruck)) row.isStruck = true;
		const right = row.width + timesOf(attributes['table:number-columns-spanned']) - 1;
		const bottom = table.at + timesOf(attributes['table:number-rows-spanned']) - 1;
		if ((right > row.width || bottom > table.at) && row.width < limits.columns) {
			table.merges.push([table.at, row.width, bottom, Math.min(right, limits.columns - 1)]);
			if (++this.#merges > limits.merges) this.refusal = 'file-too-costly';
		}
		const times = timesOf(attributes['table:number-columns-repeated']);
		if (written !== '') fill(row.cells, row.width, times, written);
		row.width += times;
		if (written.trim() !== '' && row.width > limits.columns && !table.hidden.has(row.width)) table.isWide = true;
	}

	/**
	 * @param {Table} table
	 * @param {Row} row
	 */
	#endRow(table, { cells, repeat, isHidden, isStruck }) {
		/** @type {'hidden' | 'struck' | null} */
		const mark = isHidden ? 'hidden' : isStruck ? 'struck' : null;
		const texts = Array.from(cells, (text) => text ?? '');
		const isWritten = texts.some((text) => text.trim() !== '');
		if (isWritten && table.at + repeat > limits.row) this.refusal = 'file-too-many-lines';
		for (let nth = 0; isWritten && nth < repeat && this.refusal === null; nth++) {
			table.lines.push({ at: table.at + nth, cells: texts, mark });
			if (++this.#lines >= limits.lines) this.refusal = 'file-too-many-lines';
		}
		table.at += repeat;
	}
}

/**
 * @param {Table} table
 * @param {Record<string, string>} attributes
 */
function addColumns(table, attributes) {
	const times = timesOf(attributes['table:number-columns-repeated']);
	fill(table.columns, table.columns.length, times, attributes['table:default-cell-style-name']);
	const from = table.width;
	table.width = Math.min(limits.lastColumn, from + times);
	if (!/^(collapse|filter)$/.test(attributes['table:visibility'] ?? '')) return;
	for (let column = from + 1; column <= table.width; column++) table.hidden.add(column);
}

/**
 * A row that a filter leaves out is as hidden as one that was hidden by hand.
 * @param {Record<string, string>} attributes
 * @returns {Row}
 */
const rowOf = (attributes) => ({
	cells: [],
	width: 0,
	repeat: timesOf(attributes['table:number-rows-repeated']),
	style: attributes['table:default-cell-style-name'],
	isHidden: /^(collapse|filter)$/.test(attributes['table:visibility'] ?? ''),
	isStruck: false
});

/**
 * How often something is repeated: at least once, and at most as often as a sheet has rows, whatever the file says.
 * @param {string | undefined} text
 */
const timesOf = (text) => Math.min(limits.row, Math.max(1, Math.trunc(Number(text ?? 1)) || 1));

/**
 * Writes a value so many times, no further than columns are read.
 * @template T
 * @param {T[]} list
 * @param {number} from
 * @param {number} times
 * @param {T} value
 */
function fill(list, from, times, value) {
	for (let at = from; at < Math.min(from + times, limits.columns); at++) list[at] = value;
}
