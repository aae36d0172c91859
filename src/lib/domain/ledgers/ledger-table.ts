import { bareHeading, isSensitive, recognizeColumns } from './headings';
import { ledgerDefinitions, type Ledger } from './ledgers';

/** A sheet of a file: its lines of cells as texts, and its merged ranges (first row, first column, last row, last column; from 0). */
export interface SheetLines {
	name: string;
	lines: readonly (readonly string[])[];
	merges: readonly (readonly number[])[];
}

/** Lines that are no rows of a ledger: 合计, the heading once more, 填表人, a numbered line with nothing in it. */
export const skips = ['total', 'heading', 'footer', 'empty'] as const;
export type Skip = (typeof skips)[number];

export interface LedgerLine {
	/** Its number in the file, from 1. */
	nth: number;
	cells: string[];
	/** The cells that have their text from a merged one above. */
	spread: number[];
	skip: Skip | null;
}

export interface LedgerTable {
	headings: string[];
	lines: LedgerLine[];
	/** All text above the heading, and the sheet's name. */
	title: string;
	/** The one year the title names; null where it names none or several. */
	year: number | null;
	/** Headings of columns that were left out at once with all their cells. */
	dropped: string[];
}

/** Before the text of a formula without a result (src/boot/read-sheet.js). */
export const formulaMark = '\u0001';

const headingWithin = 20;

/**
 * The heading of a sheet and its rows. The heading is the line among the first twenty with the most known columns, at least two and one that
 * no row can do without; it may take two lines. Null: there is none.
 */
export function readLedgerTable(ledger: Ledger, sheet: SheetLines): LedgerTable | null {
	const found = findHeading(ledger, sheet);
	if (!found) return null;
	const { at, rows } = found;
	const body = spreadDown(sheet, at + rows);
	const width = Math.max(found.headings.length, ...body.map(({ cells }) => cells.length));
	const headings = Array.from({ length: width }, (_, nth) => found.headings[nth] ?? '');
	const bare = headings.map(bareHeading);
	const title = [...sheet.lines.slice(0, at).flat(), sheet.name].filter(Boolean).join(' ');
	const lines = body
		.map((line) => ({ ...line, skip: skipOf(ledger, line.cells, bare) }))
		.filter(({ cells, spread }) => cells.some((cell, nth) => cell.trim() !== '' && !spread.includes(nth)));
	return { ...withoutSensitive(headings, lines), title, year: yearIn(title) };
}

/** Which of a file's sheets to read: the one with the most known columns, the first of several; -1 when none has a heading. */
export function chooseSheet(ledger: Ledger, sheets: readonly SheetLines[]): number {
	const scores = sheets.map((sheet) => findHeading(ledger, sheet)?.score ?? 0);
	const best = Math.max(0, ...scores);
	return best === 0 ? -1 : scores.indexOf(best);
}

function findHeading(ledger: Ledger, { lines, merges }: SheetLines) {
	let best: { at: number; rows: number; headings: string[]; score: number } | null = null;
	for (let at = 0; at < Math.min(headingWithin, lines.length); at++) {
		const upper = spreadAcross(lines[at]!, merges, at);
		const lower = spreadAcross(lines[at + 1] ?? [], merges, at + 1);
		for (const [rows, headings] of [
			[1, upper],
			[2, joinHeadings(ledger, upper, lower)]
		] as const) {
			const columns = recognizeColumns(ledger, headings);
			const isOne = ledgerDefinitions[ledger].required.some((column) => columns.includes(column));
			const score = isOne ? columns.filter(Boolean).length : 0;
			// A title above adds nothing: of two readings that know as much, the one of a single line counts.
			const isBetter = score > (best?.score ?? 1) || (best !== null && score === best.score && rows < best.rows);
			if (isBetter) best = { at, rows, headings: [...headings], score };
		}
	}
	return best;
}

/** A heading of two lines: 桌数 over 计划 and 实办. The lower word counts where it says a column, alone or with the upper one. */
function joinHeadings(ledger: Ledger, upper: readonly string[], lower: readonly string[]): string[] {
	return Array.from({ length: Math.max(upper.length, lower.length) }, (_, nth) => {
		const [above, below] = [upper[nth] ?? '', lower[nth] ?? ''];
		if (below === '' || below === above) return above;
		const forms = [`${below}${above}`, `${above}${below}`, below, above];
		return forms.find((form) => isSensitive(form) || recognizeColumns(ledger, [form])[0] !== null) ?? below;
	});
}

function spreadAcross(line: readonly string[], merges: SheetLines['merges'], at: number): string[] {
	const cells = [...line];
	for (const [top, left, bottom, right] of merges as [number, number, number, number][]) {
		if (top > at || bottom < at) continue;
		for (let nth = left; nth <= right; nth++) if (top === at) cells[nth] = line[left] ?? '';
	}
	return Array.from(cells, (cell) => cell ?? '');
}

/** Lines from `from` on; the text of a merged cell goes down to every line that it covers. */
function spreadDown({ lines, merges }: SheetLines, from: number) {
	const body = lines
		.slice(from)
		.map((cells, nth) => ({ nth: from + nth + 1, cells: [...cells], spread: [] as number[] }));
	for (const [top, left, bottom] of merges as [number, number, number, number][]) {
		const text = lines[top]?.[left] ?? '';
		for (let at = Math.max(top + 1, from); text !== '' && at <= bottom && at - from < body.length; at++) {
			const line = body[at - from]!;
			while (line.cells.length <= left) line.cells.push('');
			line.cells[left] = text;
			line.spread.push(left);
		}
	}
	return body;
}

/** `headings`: bare. */
function skipOf(ledger: Ledger, cells: readonly string[], headings: readonly string[]): Skip | null {
	const bare = cells.map(bareHeading);
	const written = bare.filter(Boolean);
	const isAgain = () => isHeading(ledger, { cells, bare }, headings);
	const [first = '', second = ''] = written;
	const isTotal = (text: string) => /^(合计|总计|小计|共计|总数|累计|total)/u.test(text);
	if (isTotal(first) || (/^\d*$/.test(first) && isTotal(second))) return 'total';
	if (
		/^(填表|制表|审核|填报|单位负责|联系人|联系电话|说明|注$|注\d|备注\p{Script=Han}{2}|统计口径)/u.test(first) &&
		written.length <= 6
	)
		return isAgain() ? 'heading' : 'footer';
	if (
		/^(填表人?|制表人?|审核人?|注|说明|备注)[:：]/u.test(
			cells
				.find((cell) => cell.trim())
				?.normalize('NFKC')
				.replace(/\s/gu, '') ?? ''
		)
	)
		return 'footer';
	return isAgain() ? 'heading' : null;
}

/** Whether a line says the same as the heading, as on every page of a printed list. */
function isHeading(
	ledger: Ledger,
	{ cells, bare }: { cells: readonly string[]; bare: readonly string[] },
	headings: readonly string[]
): boolean {
	const written = cells.filter((cell) => cell.trim() !== '').length;
	const same = cells.filter((cell, nth) => cell.trim() !== '' && bare[nth] === (headings[nth] ?? '')).length;
	// Which columns they are takes longest, and is asked of few lines.
	return same >= 2 && same * 2 >= written && recognizeColumns(ledger, cells).filter(Boolean).length >= 2;
}

/**
 * Takes out the columns that must not be kept, with all their cells: by their heading, or because they hold identity
 * or card numbers.
 */
function withoutSensitive(headings: string[], lines: LedgerLine[]) {
	const isLeftOut = headings.map((heading, nth) => {
		if (isSensitive(heading)) return true;
		const written = lines.filter(({ skip }) => skip === null).map(({ cells }) => (cells[nth] ?? '').replace(/\s/g, ''));
		const full = written.filter(Boolean);
		return full.length > 0 && full.filter((cell) => /^(\d{15,19}|\d{17}[xX])$/.test(cell)).length * 2 > full.length;
	});
	const places = headings.map((_, nth) => nth).filter((nth) => !isLeftOut[nth]);
	return {
		headings: places.map((nth) => headings[nth]!),
		dropped: headings.filter((_, nth) => isLeftOut[nth]),
		lines: lines.map((line) => ({
			...line,
			cells: places.map((nth) => line.cells[nth] ?? ''),
			spread: line.spread.filter((nth) => !isLeftOut[nth]).map((nth) => places.indexOf(nth))
		}))
	};
}

const chineseDigits = '〇一二三四五六七八九';

/** The one year that a title names: 2024年, 二〇二四年, 2024 台账. Null: none, or several. */
export function yearIn(title: string): number | null {
	const typed = title
		.normalize('NFKC')
		.replace(/[零○]/gu, '〇')
		.replace(/[〇一二三四五六七八九]{4}(?=\s*年)/gu, (year) =>
			[...year].map((one) => chineseDigits.indexOf(one)).join('')
		);
	const years = new Set([...typed.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => Number(year)));
	return years.size === 1 ? [...years][0]! : null;
}
