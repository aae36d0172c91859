import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import {
	rangePeriods,
	reportingPeriods,
	type Comparison,
	type Period
} from '../../../src/lib/domain/calendar/reporting-period';
import type { TrendQuery } from '../../../src/lib/server/figures/trend-source';

/** The trend of a year within `scope`, as of `today`. */
export const yearQuery = (scope: string, year: number, today: string): TrendQuery => ({
	scope,
	range: yearBounds(year),
	periods: reportingPeriods(year, today)
});

/** The trend of any range of whole months. */
export const rangeQuery = (scope: string, range: Period, today: string, comparison?: Comparison): TrendQuery => ({
	scope,
	range,
	periods: rangePeriods(range, today, comparison)
});
