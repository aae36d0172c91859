import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import { tellCoverage } from '../../../src/lib/domain/releases/coverage-quarters';
import type { Release } from '../../../src/lib/domain/releases/release';
import { yearOf } from './demo-year';

const none = Array.from({ length: 12 }, () => 0);
/** Of each village so many households with a pledge at the ends of quarters. */
type Quarters = readonly (readonly number[])[];

/**
 * What is released of coverage in a year of so many registered households, and with a pledge at the ends of its quarters. `last`: the release
 * before; `seen`: those that were taken back.
 */
export function released(
	year: number,
	registered: readonly (number | null)[],
	quarters: Quarters,
	last: Release | null = null,
	seen: readonly Release[] = []
) {
	const coverage = quarters.map((pledged, at) => ({
		toOn: quarterBounds(year, at + 1).toOn,
		pledged: pledged.reduce((sum, count) => sum + count, 0),
		villages: pledged.map((count, village) => ({
			key: String(village),
			name: '',
			nameEn: null,
			pledged: count,
			registered: registered[village]!
		}))
	}));
	return tellCoverage(yearOf(year, none, { coverage }), { last, earlier: seen, pledges: [] });
}
