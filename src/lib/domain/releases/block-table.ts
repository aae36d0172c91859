// One classification of a year, published once at its closing: by quarter, by half, or whole (decisions/0043, rules 3 to 5).
import { monthBounds } from '../calendar/calendar';
import type { Period } from '../calendar/reporting-period';
import { suppress } from '../figures/small-numbers';
import { isUnionOf } from './blocks';
import { sumOfSpans } from './published-line';
import type { Release, ReleasedCell, Span } from './release';
import { isFine, sumOf } from './town-line';

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
	if (total < leastOfClass * rows.length) return [];
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

/**
 * Whether a table went by blocks as short as the sizes allow that everybody reads. Where it is coarser, one of its cells was small: with what
 * differs in another version, a reader may find out which.
 */
export function isAsShortAsSizes({ year, cells }: Release, line: readonly Span[]): boolean {
	const totals = new Map<string, number>();
	for (const { key, value } of cells) totals.set(key, (totals.get(key) ?? 0) + (value ?? 0));
	const cut = cuts.find(
		({ months, leastOfYear }) =>
			[...totals.values()].every((total) => isNoneOr(total, leastOfYear)) &&
			blocksOf(year, months).every((block) => isNoneOr(sumOfSpans(line, block) ?? 1, leastOfBlock * totals.size))
	);
	return cells.length === totals.size * (cut ? 12 / cut.months : 1);
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

/**
 * Whether the town has enough in each block, and the line ends there; then whether no cell is small. Records that came after a span of the
 * line was published are in the table alone: one or two of them in a block would be read off beside the line.
 */
function mayCut(rows: readonly YearRow[], blocks: readonly Block[], line: readonly Span[]): boolean {
	const isUnion = blocks.every((block) => isUnionOf(line, block));
	return (
		isUnion &&
		blocks.every((block) => {
			const total = rows.reduce((sum, row) => sum + sumIn(row, block), 0);
			const isBesideLine = isFine(Math.abs(total - sumOfSpans(line, block)!));
			return isNoneOr(total, leastOfBlock * rows.length) && isBesideLine;
		}) &&
		rows.every((row) => blocks.every((block) => isFine(sumIn(row, block))))
	);
}

const isNoneOr = (value: number, least: number) => value === 0 || value >= least;

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
