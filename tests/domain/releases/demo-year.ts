import type { YearRow } from '../../../src/lib/domain/releases/block-table';
import type { YearCounts } from '../../../src/lib/domain/releases/year-counts';

/** A year in which every village of a quarter's count held that many banquets in its first month, the town's line as given. */
export function yearOf(year: number, months: readonly number[], over: Partial<YearCounts> = {}): YearCounts {
	const total = months.reduce((sum, month) => sum + month, 0);
	return {
		year,
		closedTo: 12,
		lines: [{ figure: 'banquets-held', begins: 0, months }],
		totals: [{ figure: 'banquets-held', value: total }],
		villages: [],
		occasions: [],
		saved: null,
		coverage: [],
		drives: [],
		awaited: null,
		ledger: [],
		...over
	};
}

/** Rows by quarter, as their months: all of a quarter in its first month. */
export const byQuarter = (rows: Record<string, readonly number[]>): YearRow[] =>
	Object.entries(rows).map(([key, quarters]) => ({ key, months: quarters.flatMap((count) => [count, 0, 0]) }));
