import type { BanquetAdvice } from '$lib/domain/banquets/banquet-advice';
import type { BanquetState, Occasion, Origin, Outcome } from '$lib/domain/banquets/banquet';
import type { DissuasionOutcome } from '$lib/domain/banquets/dissuasion';
import { m } from '$lib/paraglide/messages.js';

export const occasionWords: Record<Occasion, () => string> = {
	wedding: m.banquets_occasion_wedding,
	funeral: m.banquets_occasion_funeral,
	longevity: m.banquets_occasion_longevity,
	school: m.banquets_occasion_school,
	housewarming: m.banquets_occasion_housewarming,
	'full-month': m.banquets_occasion_full_month,
	enlistment: m.banquets_occasion_enlistment,
	other: m.banquets_occasion_other
};

/** A banquet by its host and occasion. */
export const banquetTitle = ({ host, occasion }: { host: string; occasion: Occasion }): string =>
	m.banquets_heading({ host, occasion: occasionWords[occasion]() });

export const originWords: Record<Origin, () => string> = {
	declared: m.banquets_origin_declared,
	found: m.banquets_origin_found
};

export const outcomeWords: Record<Outcome, () => string> = {
	held: m.banquets_outcome_held,
	reduced: m.banquets_outcome_reduced,
	'family-meal': m.banquets_outcome_family_meal,
	cancelled: m.banquets_outcome_cancelled
};

export const outcomeHints: Record<Outcome, () => string> = {
	held: m.banquets_outcome_held_hint,
	reduced: m.banquets_outcome_reduced_hint,
	'family-meal': m.banquets_outcome_family_meal_hint,
	cancelled: m.banquets_outcome_cancelled_hint
};

export const dissuasionOutcomeWords: Record<DissuasionOutcome, () => string> = {
	cancelled: m.banquets_dissuasion_cancelled,
	reduced: m.banquets_dissuasion_reduced,
	'family-meal': m.banquets_dissuasion_family_meal,
	'went-ahead': m.banquets_dissuasion_went_ahead
};

export const dissuasionOutcomeHints: Record<DissuasionOutcome, () => string> = {
	cancelled: m.banquets_dissuasion_cancelled_hint,
	reduced: m.banquets_dissuasion_reduced_hint,
	'family-meal': m.banquets_dissuasion_family_meal_hint,
	'went-ahead': m.banquets_dissuasion_went_ahead_hint
};

export const banquetStateWords: Record<BanquetState, () => string> = {
	declared: m.banquets_state_declared,
	found: m.banquets_state_found,
	overdue: m.banquets_state_overdue,
	held: m.banquets_state_held,
	reduced: m.banquets_state_reduced,
	'family-meal': m.banquets_state_family_meal,
	cancelled: m.banquets_state_cancelled
};

/** The tone of a state's tag: red asks the office to act. */
export const banquetStateTones: Record<BanquetState, 'ink' | 'jade' | 'red' | 'muted'> = {
	declared: 'ink',
	found: 'red',
	overdue: 'red',
	held: 'ink',
	reduced: 'jade',
	'family-meal': 'jade',
	cancelled: 'muted'
};

/** What the village rule advises, with its own numbers. */
export const adviceWords: Record<BanquetAdvice, (rule: { noticeDays: number; tablesPerMeal: number }) => string> = {
	'short-notice': ({ noticeDays }) => m.banquets_advice_short_notice({ days: noticeDays }),
	'many-tables': ({ tablesPerMeal }) => m.banquets_advice_many_tables({ tables: tablesPerMeal }),
	'no-occasion': () => m.banquets_advice_no_occasion()
};

/** The same to the household itself. */
export const ownAdviceWords: typeof adviceWords = {
	'short-notice': ({ noticeDays }) => m.declare_advice_short_notice({ days: noticeDays }),
	'many-tables': ({ tablesPerMeal }) => m.declare_advice_many_tables({ tables: tablesPerMeal }),
	'no-occasion': () => m.declare_advice_no_occasion()
};

/** The same in a few words, for a row. */
export const adviceTags: typeof adviceWords = {
	'short-notice': ({ noticeDays }) => m.banquets_early_short_notice({ days: noticeDays }),
	'many-tables': ({ tablesPerMeal }) => m.banquets_early_many_tables({ tables: tablesPerMeal }),
	'no-occasion': () => m.banquets_early_no_occasion()
};

/** Options for a select or a choice, in the order of the list. */
export function optionsOf<K extends string>(words: Record<K, () => string>, hints?: Record<K, () => string>) {
	return (Object.keys(words) as K[]).map((value) => ({ value, label: words[value](), hint: hints?.[value]() }));
}
