import { estimateSaving, occasions } from '$lib/domain/banquets/banquet';
import type { Database } from '$lib/server/db/client';
import type { CountedPart } from '$lib/server/db/figures/counted-parts';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { askSavedTables } from '$lib/server/db/figures/saved-tables';
import { readPart, type TrendPart } from './trend-asker';
import type { TrendQuery } from './trend-source';
import { keyedTrend, monthlyTrend, villageMonthsTrend, villageTrend, type Counted } from './trends';

const startOn = ({ banquets }: LedgerStarts) => banquets;
const held: CountedPart = { measure: 'banquets-held', by: 'records' };
const heldReported: Counted = { of: [held], startOn, ledger: 'banquet' };

/** Banquets held, in a period and the one it is compared with, small numbers withheld: by month, by occasion, by village, and by both. */
export const heldByMonth = monthlyTrend(heldReported);
export const heldByOccasion = keyedTrend(occasions, { of: (occasion) => [{ ...held, kinds: [occasion] }], startOn });
export const heldByVillage = villageTrend(heldReported);
export const heldByVillageAndMonth = villageMonthsTrend(heldReported);

/** Dissuasions that count (劝停), by village, small numbers withheld. */
export const stoppedByVillage = villageTrend({
	of: [{ measure: 'banquets-dissuaded', by: 'records' }],
	startOn,
	ledger: 'dissuasion'
});

/** The same by themselves, as the open interface gives them. */
export const readBanquetTrend = (db: Database, { by, ...query }: TrendQuery & { by: 'month' | 'occasion' }) =>
	readPart(db, query, by === 'month' ? heldByMonth : heldByOccasion);
export const readBanquetsByVillage = (db: Database, query: TrendQuery) => readPart(db, query, heldByVillage);

/**
 * The estimate of spending saved in a period (banquets.md): tables not held × the village's price per table, added up. It is shown with the
 * word 估算 and its formula and is no figure. Null without a banquet to estimate from.
 */
export const savedEstimate: TrendPart<SavedEstimate | null> = ({ db, query: { scope, periods }, rows }) => {
	const saved = rows(askSavedTables(db, scope, periods.now));
	return () => {
		const sums = saved();
		if (sums.length === 0) return null;
		const prices = sums.map(({ pricePerTable }) => pricePerTable);
		return {
			tables: sums.reduce((sum, { tables }) => sum + tables, 0),
			yuan: sums.reduce(
				(sum, { tables, pricePerTable }) =>
					sum + estimateSaving({ tablesPlanned: tables, tablesHeld: 0, pricePerTable }),
				0
			),
			leastPrice: Math.min(...prices),
			mostPrice: Math.max(...prices)
		};
	};
};

export interface SavedEstimate {
	tables: number;
	yuan: number;
	/** Per table. */
	leastPrice: number;
	mostPrice: number;
}
