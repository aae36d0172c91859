import { estimateSaving } from '$lib/domain/banquets/banquet';

export interface SavedEstimate {
	tables: number;
	yuan: number;
	/** Per table. */
	leastPrice: number;
	mostPrice: number;
}

/**
 * The estimate of spending saved (banquets.md): tables not held × the village's price per table, added up. It is shown with the word 估算 and its
 * formula and is no figure. Null without a banquet to estimate from.
 */
export function sumSaved(sums: readonly { tables: number; pricePerTable: number }[]): SavedEstimate | null {
	if (sums.length === 0) return null;
	const prices = sums.map(({ pricePerTable }) => pricePerTable);
	const saved = sums.map(({ tables, pricePerTable }) =>
		estimateSaving({ tablesPlanned: tables, tablesHeld: 0, pricePerTable })
	);
	return {
		tables: sums.reduce((sum, { tables }) => sum + tables, 0),
		yuan: saved.reduce((sum, yuan) => sum + yuan, 0),
		leastPrice: Math.min(...prices),
		mostPrice: Math.max(...prices)
	};
}
