import { daysBetween } from '../calendar/calendar';
import type { Occasion, Origin } from './banquet';

/** A village's own limits (村规民约) in force on the day. */
export interface BanquetRule {
	/** Days of notice asked for: 5, 10 or 15. */
	noticeDays: number;
	/** Tables at one meal: 20 to 40. */
	tablesPerMeal: number;
	/** Occasions for which the village asks not to hold a banquet. Until a village says otherwise: every 无事酒. */
	discouraged: readonly Occasion[];
}

export const banquetAdvice = ['short-notice', 'many-tables', 'no-occasion'] as const;
export type BanquetAdvice = (typeof banquetAdvice)[number];

/**
 * What the village rule advises on a banquet, for words beside the form. It never blocks (the district stopped a ban
 * on everything in April 2024), and there is no penalty. A funeral is never short of notice, because it is filed
 * afterwards. Neither is a banquet that a cadre found, because the household gave no notice. `tablesPlanned` are the
 * tables of all its meals together; dates are the town's.
 */
export function adviseBanquet(banquet: {
	origin: Origin;
	occasion: Occasion;
	tablesPlanned: number;
	meals: number;
	declaredOn: string;
	plannedOn: string;
	rule: BanquetRule;
}): BanquetAdvice[] {
	const { origin, occasion, tablesPlanned, meals, declaredOn, plannedOn, rule } = banquet;
	const isAnnounced = origin === 'declared' && occasion !== 'funeral';
	const isShort = isAnnounced && daysBetween(declaredOn, plannedOn) < rule.noticeDays;
	const isLarge = tablesPlanned > rule.tablesPerMeal * meals;
	const holds: Record<BanquetAdvice, boolean> = {
		'short-notice': isShort,
		'many-tables': isLarge,
		'no-occasion': rule.discouraged.includes(occasion)
	};
	return banquetAdvice.filter((advice) => holds[advice]);
}
