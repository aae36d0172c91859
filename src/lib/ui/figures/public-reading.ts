import type { AskedPeriod } from '$lib/domain/figures/asked-period';
import { changeRate } from '$lib/domain/figures/rate';
import { isWithheld, type ChartCell } from './chart-cell';

interface Reading {
	value: number | null;
	previous: number | null;
	changeRate: number | null;
}

/**
 * A figure's reading as the public may know it. A year's count is public. Of a part of a year, only what its months
 * add up to (`monthly`, the totals of the public chart): else the difference of two parts would give away what the chart
 * withholds. `isWithheld`: then there is nothing to compare.
 */
export function publicReading(
	reading: Reading,
	{ asked }: { asked: AskedPeriod },
	monthly: { total: number | null; previousTotal: number | null; cells: readonly ChartCell[] }
): Reading & { isWithheld: boolean } {
	if (asked.kind === 'year') return { ...reading, isWithheld: false };
	const { total: value, previousTotal: previous } = monthly;
	return {
		value,
		previous,
		changeRate: value === null || previous === null ? null : changeRate(value, previous),
		isWithheld: isWithheld(monthly.cells)
	};
}
