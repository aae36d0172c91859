// Whether a figure has data in a period.
import type { FigureSource } from '$lib/domain/figures/figure';
import { elapsedMonths, monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';

interface Known {
	starts: LedgerStarts;
	/** The months (YYYY-MM) in which complaints were looked for. */
	checkedMonths: ReadonlySet<string>;
}

/** Whether there is data: a ledger begun by the period's end; complaints ask for every month. */
export function isKnown(
	{ starts, checkedMonths }: Known,
	source: FigureSource,
	period: Period,
	isPart: boolean
): boolean {
	const isBegun = (ledger: keyof LedgerStarts) => {
		const first = starts[ledger];
		return first !== null && first <= period.toOn && period.fromOn <= period.toOn;
	};
	switch (source.from) {
		case 'banquets-held':
		case 'banquets-dissuaded':
			return isBegun('banquets');
		case 'banquets-declared':
			return isBegun('declarations');
		case 'activities':
			return isBegun('activities');
		case 'events':
		case 'lecture-attendance':
		case 'donations':
			return isBegun('events');
		case 'blood-and-checkups':
			return isBegun('events') || isBegun('activities');
		case 'birthday-guests':
			return isBegun('guests');
		case 'pledges-in-force':
		case 'pledges-signed':
			return isBegun('pledges');
		case 'grids':
		case 'grid-members':
			return isBegun('grids');
		case 'complaints':
			return areMonthsChecked(checkedMonths, period, isPart);
	}
}

/**
 * Whether every month has a complaint or a checked zero. Of a part (a running period, and what it is compared with) the last month need
 * not have one before it is over; with no month over yet, whether anything is known.
 */
function areMonthsChecked(checkedMonths: ReadonlySet<string>, period: Period, isPart: boolean): boolean {
	const touched = monthsOf(period);
	const over = isPart ? elapsedMonths(period) : touched;
	const asked = over.length > 0 ? over : touched;
	return asked.length > 0 && asked.every((month) => checkedMonths.has(month));
}
