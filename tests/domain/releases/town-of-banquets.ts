import { occasions } from '../../../src/lib/domain/banquets/banquet';
import type { Release } from '../../../src/lib/domain/releases/release';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import type { YearCounts } from '../../../src/lib/domain/releases/year-counts';
import { yearOf } from './demo-year';

/** A year's banquets by village, month and occasion (the product's, in its order). */
export type Town = readonly (readonly (readonly number[])[])[];

export const year = 2024;

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

/** What is counted of such a year. Village 0 has the key "0". */
export function countsOf(town: Town): YearCounts {
	const months = Array.from({ length: 12 }, (_, month) => sum(town.flatMap((village) => village[month]!)));
	return yearOf(year, months, {
		villages: town.map((village, at) => ({ key: String(at), months: village.map(sum) })),
		occasions: occasions.map((key, at) => ({
			key,
			months: months.map((_, month) => sum(town.map((village) => village[month]![at]!)))
		}))
	});
}

/** What is released of such a year when it is closed at one go. `lastTotal`: of the year before, where one is released. */
export const releasesOf = (town: Town, lastTotal?: number): Release[] =>
	tellYear(countsOf(town), {
		releases: [],
		lastTotals: new Map(lastTotal === undefined ? [] : [['banquets-held', lastTotal]]),
		earlier: [],
		lastCoverage: null
	});
