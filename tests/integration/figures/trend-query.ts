import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { publishedOf } from '../../../src/lib/domain/releases/published';
import type { TrendQuery } from '../../../src/lib/server/figures/trend-query';

/** The trend of a year within `scope`, as of `today`, where nothing is released. */
export const yearQuery = (scope: string, year: number, today: string): TrendQuery => ({
	scope,
	range: yearBounds(year),
	periods: reportingPeriods(year, today),
	published: publishedOf({ releases: [], withdrawn: [], replaced: [], closed: [], mergers: [], splits: [] })
});
