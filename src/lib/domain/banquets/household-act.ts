import type { Outcome } from './banquet';

/** What a household did to its own record, without an account: declared it, put it right, called it off. */
export const householdActs = ['declared', 'corrected', 'called-off'] as const;

/**
 * Whether a household may still change its own record or call the banquet off: until its day has passed (`today` is the town's date)
 * or somebody has recorded how it ended. Afterwards it may add its word, which stands beside the entry (banquets.md).
 */
export function canChangeOwn(banquet: { outcome: Outcome | null; plannedOn: string; today: string }): boolean {
	return banquet.outcome === null && banquet.plannedOn >= banquet.today;
}
