import type { SecondDay } from '../calendar/near-days';
import type { Occasion, Origin, Outcome } from './banquet';

/** What a household did to its own record, without an account: declared it, corrected it, called it off. */
export const householdActs = ['declared', 'corrected', 'called-off'] as const;

/**
 * Whether a household may still change its own record or call the banquet off: until its day has passed (`today` is
 * the town's date) or its outcome is recorded. On the day on which it was declared it may in any case, for the day may be mistyped. Afterwards the
 * household may add its answer, which is shown beside the entry (banquets.md). The database holds it too (drizzle/rules/banquets.sql).
 */
export function canChangeOwn(banquet: {
	origin: Origin;
	outcome: Outcome | null;
	declaredOn: string;
	plannedOn: string;
	today: string;
}): boolean {
	const { outcome, plannedOn, today } = banquet;
	return outcome === null && (plannedOn >= today || isDeclaredToday(banquet));
}

/** Whether it was declared today, so that it may be changed to a day that has passed, as it may be declared for one. */
export const isDeclaredToday = (banquet: { origin: Origin; declaredOn: string; today: string }): boolean =>
	banquet.origin === 'declared' && banquet.declaredOn === banquet.today;

/** How far the day may be from today, for which a household plans a banquet of this occasion, before it is asked about. */
export const ownDay = (occasion: Occasion): SecondDay => (occasion === 'funeral' ? 'own-funeral' : 'own-banquet');

/** A household may file a funeral, or a banquet that it forgot, this many days afterwards. An earlier day is a mistyped year. */
export const ownFilingDays = 90;

/** The most meals, and tables at each, that a household may declare by itself; far more than the largest that a village rule names (40). */
export const mostOwnMeals = 12;
export const mostOwnTablesPerMeal = 60;

/** The most answers a household may give to one record. */
export const mostOwnAnswers = 20;
