// Why readers find no number of a released figure in a period.
import { yearOf } from '../calendar/calendar';
import type { Period } from '../calendar/reporting-period';
import type { Figure } from '../figures/figure';
import { keepingOf, type LedgerName } from '../figures/ledger';
import type { Published } from './published';

/**
 * withdrawn: it was taken back. not-begun: no ledger of it was kept then. not-closed: a whole year that is over and was never closed. coarser: it
 * is published of longer spans alone. not-yet: not closed, or not reported by all.
 */
export type Gap = 'withdrawn' | 'not-begun' | 'not-closed' | 'coarser' | 'not-yet';

/** What is asked of a figure that has no number. */
export interface AskedGap {
	published: Published;
	range: Period;
	/** From which day each ledger is kept; null: not at all. */
	starts: Record<LedgerName, string | null>;
	/** A whole year that is over and was never closed is asked for. */
	isOpen: boolean;
}

/** Why a figure has no number in a range; null where it is published, or withheld for its size. */
export function gapOf(
	figure: Pick<Figure, 'id' | 'source'>,
	{ published, range, starts, isOpen }: AskedGap
): Gap | null {
	const year = yearOf(range.fromOn);
	if (published.isWithdrawn(figure.id, year)) return 'withdrawn';
	if (!hasBegun(figure, starts, range)) return 'not-begun';
	if (isOpen) return 'not-closed';
	if (published.until(figure.id, range) !== null) return null;
	const isYearPublished = published.table(figure.id, 'year', year) !== null && yearOf(range.toOn) === year;
	return isYearPublished ? 'coarser' : 'not-yet';
}

/** Whether one of a figure's ledgers is kept before the end of a period. */
function hasBegun({ source }: Pick<Figure, 'source'>, starts: AskedGap['starts'], range: Period): boolean {
	const { of } = keepingOf(source);
	return isAnyBegun(starts, typeof of === 'string' ? [of] : of, range);
}

/** Whether one of these ledgers is kept before the end of a period. */
export const isAnyBegun = (starts: AskedGap['starts'], ledgers: readonly LedgerName[], { toOn }: Period): boolean =>
	ledgers.some((ledger) => starts[ledger] !== null && starts[ledger] <= toOn);
