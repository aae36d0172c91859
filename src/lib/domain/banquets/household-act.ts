import type { Outcome } from './banquet';

/** What a household did to its own record, without an account: declared it, corrected it, called it off. */
export const householdActs = ['declared', 'corrected', 'called-off'] as const;

/**
 * Whether a household may still change its own record or call the banquet off: until its day has passed (`today` is
 * the town's date) or its outcome is recorded. Afterwards the household may add its answer, which is shown beside the
 * entry (banquets.md). The database holds it too (drizzle/rules/banquets.sql).
 */
export function canChangeOwn(banquet: { outcome: Outcome | null; plannedOn: string; today: string }): boolean {
	return banquet.outcome === null && banquet.plannedOn >= banquet.today;
}

/** A household may file a funeral, or a banquet that it forgot, this many days afterwards. An earlier day is a mistyped year. */
export const ownFilingDays = 90;

/** The most meals, and tables at each, that a household may declare by itself; far more than the largest that a village rule names (40). */
export const mostOwnMeals = 12;
export const mostOwnTablesPerMeal = 60;

/** The most answers a household may give to one record. */
export const mostOwnAnswers = 20;
