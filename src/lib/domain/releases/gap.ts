// Why readers find no number of a released figure in a period.
import { monthOf, yearBounds, yearOf } from '../calendar/calendar';
import { quarterBounds, type Period } from '../calendar/reporting-period';
import type { Figure, FigureSource } from '../figures/figure';
import { keepingOf, type LedgerName } from '../figures/ledger';
import type { ExactOrMissing } from '../figures/trend';
import { isUnionOf } from './blocks';
import { hasLine } from './figure-class';
import { isYear, type Published } from './published';
import { blocksOf } from './published-table';

/**
 * withdrawn: it was taken back. not-begun: no ledger of it was kept then. not-closed: a whole year that is over and was never closed. coarser: it
 * is published of longer spans alone. year-alone: its year was taken back and is published again as one number. no-record: nothing is recorded in its
 * ledger. year-only: it is published of whole years alone, and the year is not closed. unreported: its year is closed, and villages owe months of
 * it. not-yet: not closed, or waiting for what comes later.
 */
export type Gap =
	| ('withdrawn' | 'not-begun' | 'not-closed' | 'coarser' | 'year-alone')
	| ('no-record' | 'year-only' | 'unreported' | 'not-yet');

/** What is asked of a figure that has no number. */
export interface AskedGap {
	published: Published;
	range: Period;
	/** From which day each ledger is kept (null: not at all), and the years in which it has records. */
	starts: Begun & { years: Record<LedgerName, readonly number[]> };
	/** The town's date. */
	today: string;
}

type Begun = Record<LedgerName, string | null>;

/** Whether a period is a whole year that is over on `today` (the town's date) and was never closed. */
export const isNeverClosed = (range: Period, { today, published }: { today: string; published: Published }): boolean =>
	isYear(range) && range.toOn < today && !published.isClosed(yearOf(range.fromOn));

/** Why a figure has no number in a range; null where it is published, or withheld for its size. */
export function gapOf(
	figure: Pick<Figure, 'id' | 'source'>,
	{ published, range, starts, today }: AskedGap
): Gap | null {
	const year = yearOf(range.fromOn);
	const until = published.until(figure.id, range);
	if (until === null && published.reach(figure.id, range) !== null) return 'withdrawn';
	if (!hasBegun(figure, starts, range)) return 'not-begun';
	if (isNeverClosed(range, { today, published })) return 'not-closed';
	if (until !== null) return null;
	const isYearSeen =
		published.table(figure.id, 'year', year) !== null || published.isWithdrawn(figure.id, yearBounds(year), 'year');
	if (isYearSeen && yearOf(range.toOn) === year) return isYearAlone(figure, published, year) ? 'year-alone' : 'coarser';
	const isClosed = yearOf(range.toOn) === year && published.isClosed(year);
	if (isWithoutRecord(figure, starts, isClosed ? year : null)) return 'no-record';
	if (!isClosed) return hasLine(figure) ? 'not-yet' : 'year-only';
	return keepingOf(figure.source).by === 'villages' ? 'unreported' : 'not-yet';
}

/** What of the figures that villages report is itself what its ledger's years are counted by. */
const countedByYear: readonly FigureSource['from'][] = [
	'banquets-held',
	'cases-received',
	'cases-settled',
	'incidents-overdue'
];

/**
 * Whether the ledgers of a figure have no record: of a closed year none in it, or up to its end where they say what lasts; else none at all. A closed
 * year that villages report is known from their zeros as well.
 */
function isWithoutRecord({ source }: Pick<Figure, 'source'>, { years }: AskedGap['starts'], closed: number | null) {
	const { by, of } = keepingOf(source);
	if (by === 'villages' && (closed !== null || !countedByYear.includes(source.from))) return false;
	const counts = (year: number) => closed === null || (by === 'lasting' ? year <= closed : year === closed);
	return !ledgersOf(of).some((ledger) => years[ledger].some(counts));
}

const ledgersOf = (of: LedgerName | readonly LedgerName[]): readonly LedgerName[] =>
	typeof of === 'string' ? [of] : of;

/** How a released figure without a number is shown: what no ledger knows is 'exact', as no data is. `gap`: null where it is withheld for its size. */
export function missingShown(gap: Gap | null): ExactOrMissing {
	return gap === null ? 'withheld' : shownOf[gap];
}

const shownOf: Record<Gap, ExactOrMissing> = {
	withdrawn: 'withdrawn',
	'not-begun': 'exact',
	'no-record': 'exact',
	coarser: 'withheld',
	'year-alone': 'withheld',
	'not-closed': 'unpublished',
	'year-only': 'unpublished',
	unreported: 'unpublished',
	'not-yet': 'unpublished'
};

/**
 * Whether a figure's year was taken back and is published again without its parts (taken-back.ts): beside what people read before, parts could tell
 * which household changed.
 */
const isYearAlone = (figure: Pick<Figure, 'id' | 'source'>, published: Published, year: number): boolean =>
	hasLine(figure) &&
	published.again(figure.id, year) !== null &&
	published.table(figure.id, 'year', year) !== null &&
	!published.spans(figure.id).some(({ fromOn }) => yearOf(fromOn) === year);

/** Why a figure that has a number in a range has no parts of it there; null where it has them, or has no number. */
export const partsGapOf = (
	figure: Pick<Figure, 'id' | 'source'>,
	{ published, range }: Pick<AskedGap, 'published' | 'range'>
): Gap | null => (isYearAlone(figure, published, yearOf(range.fromOn)) ? 'year-alone' : null);

/**
 * Why a figure has no numbers by village in a range; null where it has. coarser: the range is no union of a year's blocks. few: the town's number is
 * published, and so small that villages are not listed.
 */
export function villageGapOf(figure: Pick<Figure, 'id' | 'source'>, asked: AskedGap): Gap | 'few' | null {
	const { published, range } = asked;
	const [first, last] = [yearOf(range.fromOn), yearOf(range.toOn)];
	const tables = Array.from({ length: last - first + 1 }, (_, nth) =>
		published.table(figure.id, 'villages', first + nth)
	);
	if (first === last && tables[0] && isUnionOf(blocksOf(tables[0]), range)) return null;
	if (tables.some((table) => table !== null)) return 'coarser';
	if (published.isWithdrawn(figure.id, yearBounds(first), 'villages') && first === last) return 'withdrawn';
	const gap = gapOf(figure, asked) ?? partsGapOf(figure, asked);
	if (gap !== null && !['coarser', 'withdrawn'].includes(gap)) return gap;
	return published.isClosed(first) ? 'few' : 'not-yet';
}

/** Why no coverage of pledges is published in a range: it is told of ends of quarters alone. */
export function coverageGapOf(figure: Pick<Figure, 'id' | 'source'>, asked: AskedGap): Gap | null {
	const { fromOn, toOn } = asked.range;
	if (asked.published.coverage(asked.range) !== null) return null;
	if (asked.published.isWithdrawn(figure.id, asked.range, 'coverage')) return 'withdrawn';
	const ofYear = gapOf(figure, asked);
	const gap = ofYear === null || ofYear === 'withdrawn' || ofYear === 'year-only' ? 'not-yet' : ofYear;
	const isCut = quarterBounds(yearOf(fromOn), Math.ceil(monthOf(fromOn) / 3)).toOn > toOn;
	return gap === 'not-yet' && isCut ? 'coarser' : gap;
}

/** Whether one of a figure's ledgers is kept before the end of a period. */
function hasBegun({ source }: Pick<Figure, 'source'>, starts: Begun, range: Period): boolean {
	return isAnyBegun(starts, ledgersOf(keepingOf(source).of), range);
}

/** Whether one of these ledgers is kept before the end of a period. */
export const isAnyBegun = (starts: Begun, ledgers: readonly LedgerName[], { toOn }: Period): boolean =>
	ledgers.some((ledger) => starts[ledger] !== null && starts[ledger] <= toOn);
