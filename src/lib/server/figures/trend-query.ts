import type { Period, ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Published } from '$lib/domain/releases/published';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';

/** What a page of trends is asked for. */
export interface TrendQuery {
	/** A unit, and all below it. */
	scope: string;
	/** The whole months asked for, also those that have not begun. */
	range: Period;
	/** What of them is over or released, and what it is compared with. */
	periods: ReportingPeriods;
	/** What is released of these years. */
	published: Published;
	/** Read with the trend where they are left out. */
	starts?: LedgerStarts;
}
