import { estimateSaving } from '$lib/domain/banquets/banquet';

/** How many banquets saved something, and how much. */
export interface SavedEstimate {
	banquets: number;
	yuan: number;
}

/**
 * The estimate of spending saved (banquets.md): tables not held × the village's price per table, added up. It is shown with the word 估算 and its
 * formula and is no figure. Null without a banquet to estimate from.
 */
export function sumSaved(
	sums: readonly { banquets: number; tables: number; pricePerTable: number }[]
): SavedEstimate | null {
	if (sums.length === 0) return null;
	const yuan = sums.map(({ tables, pricePerTable }) =>
		estimateSaving({ tablesPlanned: tables, tablesHeld: 0, pricePerTable })
	);
	return {
		banquets: sums.reduce((sum, { banquets }) => sum + banquets, 0),
		yuan: yuan.reduce((sum, one) => sum + one, 0)
	};
}
