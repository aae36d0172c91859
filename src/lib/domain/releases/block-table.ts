// One classification of a year, published once at its closing: by quarter, by half, or whole (decisions/0043, rules 3 to 5).
import { monthBounds, yearBounds } from '../calendar/calendar';
import { monthsOf, type Period } from '../calendar/reporting-period';
import { suppress } from '../figures/small-numbers';
import type { ReleasedCell, Span } from './release';
import { isFine } from './town-line';

/** A class of a year, such as a village, with its months, January first. */
export interface YearRow {
	key: string;
	name?: string;
	nameEn?: string | null;
	months: readonly number[];
}

/** Blocks of so many months, where each class has at least so many a year, and the town so many for each class in a block. */
const cuts = [
	{ months: 3, leastOfYear: 24 },
	{ months: 6, leastOfYear: 12 }
] as const;
const leastOfBlock = 6;
const leastOfClass = 3;

/**
 * The cells that are published of a year by class, whole or in the next coarser form. No cells where even the year would leave no number.
 * `line`: the spans of the town's line, which blocks must be unions of.
 */
export function tellTable(year: number, rows: readonly YearRow[], line: readonly Span[]): ReleasedCell[] {
	const total = rows.reduce((sum, row) => sum + sumOf(row.months), 0);
	if (rows.length === 0 || total < leastOfClass * rows.length) return [];
	const shown = suppress(rows.map((row) => ({ key: row.key, value: sumOf(row.months) })));
	if (!shown.some((cell) => cell.shown === 'exact')) return [];
	for (const cut of cuts) {
		if (!rows.every((row) => isNoneOr(sumOf(row.months), cut.leastOfYear))) continue;
		const blocks = blocksOf(year, cut.months);
		if (mayCut(rows, blocks, line)) return cellsOf(rows, blocks);
	}
	return rows.map((row, at) => ({ ...nameOf(row), value: shown[at]!.value, shown: shown[at]!.shown }));
}

/** The cells of a year by class if none of them is small; else none. */
export function tellWholeYear(rows: readonly YearRow[]): ReleasedCell[] {
	const cells = rows.map((row) => ({ ...nameOf(row), value: sumOf(row.months) }));
	return cells.every(({ value }) => isFine(value)) ? cells : [];
}

interface Block extends Period {
	at: number;
	months: number;
}

function blocksOf(year: number, months: number): Block[] {
	return Array.from({ length: 12 / months }, (_, nth) => ({
		at: nth * months,
		months,
		fromOn: monthBounds(year, nth * months + 1).fromOn,
		toOn: monthBounds(year, (nth + 1) * months).toOn
	}));
}

/** Whether the town has enough in each block, and the line ends there; then whether no cell is small. */
function mayCut(rows: readonly YearRow[], blocks: readonly Block[], line: readonly Span[]): boolean {
	const isWide = blocks.every((block) =>
		isNoneOr(
			rows.reduce((sum, row) => sum + sumIn(row, block), 0),
			leastOfBlock * rows.length
		)
	);
	const isUnion = blocks.every((block) => isUnionOf(line, block));
	return isWide && isUnion && rows.every((row) => blocks.every((block) => isFine(sumIn(row, block))));
}

const isNoneOr = (value: number, least: number) => value === 0 || value >= least;

/** Whether spans fill a period to its last day, and none of them reaches over it. */
export function isUnionOf(spans: readonly Period[], { fromOn, toOn }: Period): boolean {
	const within = spans.filter((span) => span.fromOn <= toOn && span.toOn >= fromOn);
	const months = within.reduce((sum, span) => sum + monthsIn(span), 0);
	return within.every((span) => span.fromOn >= fromOn && span.toOn <= toOn) && months === monthsIn({ fromOn, toOn });
}

const monthsIn = (period: Period) => monthsOf(period).length;

const cellsOf = (rows: readonly YearRow[], blocks: readonly Block[]): ReleasedCell[] =>
	rows.flatMap((row) =>
		blocks.map((block) => ({
			...nameOf(row),
			fromOn: block.fromOn,
			toOn: block.toOn,
			value: sumIn(row, block)
		}))
	);

const nameOf = ({ key, name, nameEn }: YearRow) =>
	name === undefined ? { key } : { key, name, nameEn: nameEn ?? null };

const sumIn = ({ months }: YearRow, { at, months: length }: Block) => sumOf(months.slice(at, at + length));
const sumOf = (months: readonly number[]) => months.reduce((sum, month) => sum + month, 0);

/** The year itself, as the block of cells without one. */
export const blockOf = (year: number, { fromOn, toOn }: ReleasedCell): Period => ({
	fromOn: fromOn ?? yearBounds(year).fromOn,
	toOn: toOn ?? yearBounds(year).toOn
});
