// The heading and the rows of a sheet. It is JavaScript: the process that reads ledger files runs it from the sources, so that no file, however
// it is made, holds up the server.
import { bareHeading, isSensitive, recognizeColumns } from './headings.js';
import { findAbove, spreadDown } from './blank-cells.js';
import { across, apart } from './merged-ranges.js';
import { skipOf } from './skipped-lines.js';

/**
 * A line of a sheet that holds anything: its number there from 0, its cells as texts, and whether the file hides it or strikes it through.
 * @typedef {{ at: number, cells: string[], mark?: 'hidden' | 'struck' | null }} SheetLine
 */

/**
 * A sheet: its lines, and its merged ranges (first row, first column, last row, last column; from 0).
 * @typedef {{ name: string, lines: SheetLine[], merges: number[][] }} SheetLines
 */

/** @typedef {'total' | 'heading' | 'footer' | 'empty'} Skip */

/**
 * A row of a ledger: its number in the sheet from 1; the cells that have their text from a merged one above (`spread`); for blank cells below a
 * village or group, the line that names one last (`above`: cell → line); and why it is no row at all.
 * @typedef {{ nth: number, cells: string[], spread: number[], above: Record<number, number>, skip: Skip | null, mark: 'hidden' | 'struck' | null }} LedgerLine
 */

/**
 * `title`: all text above the heading. `year`: the one year that it or the sheet's name says; null: none, or several. `above`: how many lines
 * the title and the heading are. `dropped`: headings of columns that were left out at once with all their cells.
 * @typedef {{ headings: string[], lines: LedgerLine[], title: string, year: number | null, above: number, dropped: string[] }} LedgerTable
 */

const headingWithin = 20;

/**
 * The heading of a sheet and its rows. The heading is the line among the first twenty with the most known columns, at least two and one that
 * no row can do without; it may take two lines. Null: there is none.
 * @param {import('./headings.js').HeadingWords} known
 * @param {SheetLines} sheet
 * @returns {LedgerTable | null}
 */
export function readLedgerTable(known, sheet) {
	const found = findHeading(known, sheet);
	if (!found) return null;
	const first = found.at + found.rows;
	const body = spreadDown(sheet, first);
	const width = body.reduce((most, { cells }) => Math.max(most, writtenTo(cells)), writtenTo(found.headings));
	const headings = Array.from({ length: width }, (_, nth) => found.headings[nth] ?? '');
	const bare = headings.map(bareHeading);
	const title = [...sheet.lines.slice(0, found.at).flatMap(({ cells }) => cells), sheet.name].filter(Boolean).join(' ');
	const lines = body
		.filter(({ cells, spread }) => cells.some((cell, nth) => cell.trim() !== '' && !spread.includes(nth)))
		.map((line) => ({ ...line, skip: skipOf(known, line.cells, bare) }));
	const columns = recognizeColumns(known, headings);
	// In our own files a blank group is none, and each row says its village.
	const isOwn = columns.filter((column) => column !== null).join() === known.layout.join();
	const asked = isOwn ? known.ownUnits : known.units;
	const units = columns.flatMap((column, at) => (column !== null && asked.includes(column) ? [at] : []));
	const above = sheet.lines.length - lines.length;
	return { ...withoutSensitive(headings, findAbove(lines, units)), title, year: yearIn(title), above };
}

/**
 * @param {import('./headings.js').HeadingWords} known
 * @param {SheetLines} sheet
 */
function findHeading(known, { lines, merges }) {
	/** @type {{ at: number, rows: number, headings: string[], score: number } | null} */
	let best = null;
	const last = lines[headingWithin]?.at ?? Infinity;
	const wide = apart(
		merges.filter(([top = 0]) => top <= last),
		across
	);
	for (const [at, line] of lines.slice(0, headingWithin).entries()) {
		const upper = spreadAcross(line, wide);
		const next = lines[at + 1];
		const readings = [{ rows: 1, headings: upper }];
		if (next) readings.push({ rows: 2, headings: joinHeadings(known, upper, spreadAcross(next, wide)) });
		for (const { rows, headings } of readings) {
			const columns = recognizeColumns(known, headings);
			const isOne = known.required.some((column) => columns.includes(column));
			const score = isOne ? columns.filter(Boolean).length : 0;
			// A title above adds nothing: of two readings that know as much, the one of a single line counts.
			const isBetter = score > (best?.score ?? 1) || (best !== null && score === best.score && rows < best.rows);
			if (isBetter) best = { at, rows, headings: [...headings], score };
		}
	}
	return best;
}

/**
 * A heading of two lines: 桌数 over 计划 and 实办. The lower word counts where it says a column, alone or with the upper one.
 * @param {import('./headings.js').HeadingWords} known
 * @param {readonly string[]} upper
 * @param {readonly string[]} lower
 */
function joinHeadings(known, upper, lower) {
	return Array.from({ length: Math.max(upper.length, lower.length) }, (_, nth) => {
		const [above, below] = [upper[nth] ?? '', lower[nth] ?? ''];
		if (below === '' || below === above) return above;
		const forms = [`${below}${above}`, `${above}${below}`, below, above];
		return forms.find((form) => isSensitive(form) || recognizeColumns(known, [form])[0] !== null) ?? below;
	});
}

/**
 * How many cells of a line there are up to the last with a text.
 * @param {readonly string[]} cells
 */
const writtenTo = (cells) => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/**
 * The cells of a line; the text of a merged one in each column that it covers.
 * @param {SheetLine} line
 * @param {readonly number[][]} merges
 */
function spreadAcross({ at, cells }, merges) {
	const spread = [...cells];
	for (const [top = 0, left = 0, , right = 0] of merges) {
		if (top !== at) continue;
		for (let nth = left; nth <= right; nth++) spread[nth] = cells[left] ?? '';
	}
	return Array.from(spread, (cell) => cell ?? '');
}

/**
 * Takes out the columns that must not be kept, with all their cells: by their heading, or because they hold identity
 * or card numbers.
 * @param {string[]} headings
 * @param {LedgerLine[]} lines
 */
function withoutSensitive(headings, lines) {
	const rows = lines.filter(({ skip }) => skip === null);
	const isLeftOut = headings.map((heading, nth) => {
		if (isSensitive(heading)) return true;
		const full = rows.map(({ cells }) => (cells[nth] ?? '').replace(/\s/g, '')).filter(Boolean);
		return full.length > 0 && full.filter((cell) => /^(\d{15,19}|\d{17}[xX])$/.test(cell)).length * 2 > full.length;
	});
	const places = headings.map((_, nth) => nth).filter((nth) => !isLeftOut[nth]);
	return {
		headings: places.map((nth) => headings[nth] ?? ''),
		dropped: headings.filter((_, nth) => isLeftOut[nth]),
		lines: lines.map((line) => ({
			...line,
			cells: places.map((nth) => line.cells[nth] ?? ''),
			spread: line.spread.filter((nth) => !isLeftOut[nth]).map((nth) => places.indexOf(nth)),
			above: Object.fromEntries(
				Object.entries(line.above).flatMap(([nth, from]) =>
					isLeftOut[Number(nth)] ? [] : [[places.indexOf(Number(nth)), from]]
				)
			)
		}))
	};
}

const chineseDigits = '〇一二三四五六七八九';

/** The day on which a sheet was filled in or sent, also as our own files write it: it does not say of which year the sheet is. */
const filledIn =
	/(?:(?:填[表报写]|[制编]表|编制|[报上]送|上报|打印|导出|更新)(?:日期|时间|日)|filled in on|\bdate)\s?:?\s?(?:19|20)\d\d(?=\s?[年./-])/gi;

/**
 * The one year that a title names: 2024年, 二〇二四年, 2024 台账. Null: none, or several.
 * @param {string} title
 * @returns {number | null}
 */
export function yearIn(title) {
	const typed = title
		.normalize('NFKC')
		.replace(/[零○]/gu, '〇')
		.replace(/[〇一二三四五六七八九]{4}(?=\s*年)/gu, (year) =>
			[...year].map((one) => chineseDigits.indexOf(one)).join('')
		)
		.replace(filledIn, '');
	const years = new Set([...typed.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => Number(year)));
	return years.size === 1 ? ([...years][0] ?? null) : null;
}
