import type { Period, ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';

export interface TrendQuery {
	/** A unit, and all below it. */
	scope: string;
	/** The whole months asked for, also those that have not begun. */
	range: Period;
	/** What of them is over, and what it is compared with. */
	periods: ReportingPeriods;
	/** Read with the trend where they are left out. */
	starts?: LedgerStarts;
}

/** How many in a month (YYYY-MM; '' in the whole period) by a key: a village's id, an occasion, or '' without a breakdown. */
export interface MonthCount {
	key: string;
	month: string;
	count: number;
}

/** Where a trend's numbers come from: its records by month and key in any period that was asked for, and the day the ledger was begun. */
export interface TrendSource {
	read: (period: Period) => readonly MonthCount[];
	startOn: string | null;
	/**
	 * Whether a month (YYYY-MM) of a key was checked and empty ('' where the source has no keys). Any other zero is no
	 * data and never shown as a zero. Left out: every month is known.
	 */
	isChecked?: (key: string, month: string) => boolean;
}
