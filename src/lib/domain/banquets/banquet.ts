import { addDays, weekdayOf } from '../calendar/calendar';

/** 婚 丧 寿 升学 乔迁 满月 参军 其他. */
export const occasions = [
	'wedding',
	'funeral',
	'longevity',
	'school',
	'housewarming',
	'full-month',
	'enlistment',
	'other'
] as const;
export type Occasion = (typeof occasions)[number];

/** 报备 by the household, or 发现未报备 by a cadre. */
export const origins = ['declared', 'found'] as const;
export type Origin = (typeof origins)[number];

/** 办宴, 缩减, 改家庭聚餐, 取消: how a banquet ends, declared or found. */
export const outcomes = ['held', 'reduced', 'family-meal', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * 无事酒, a banquet without occasion: any but a wedding or a funeral. This is the town's own rule, "婚事新办、丧事简办、无事不办"
 * (banquets.md; written into the village rules, taipingchang-2024.txt), not a law: it advises, it never blocks.
 */
export function isNoOccasion(occasion: Occasion): boolean {
	return occasion !== 'wedding' && occasion !== 'funeral';
}

/** Whether it took place as a banquet, if a smaller one: what the figure banquets-held counts (办宴). */
export function isBanquetHeld(outcome: Outcome): boolean {
	return outcome === 'held' || outcome === 'reduced';
}

/** A banquet may be planned this many days ahead at most: a later day is a mistyped year. */
export const farthestPlannedDays = 730;

export const banquetStates = ['declared', 'found', 'overdue', ...outcomes] as const;
export type BanquetState = (typeof banquetStates)[number];

/**
 * The state of a banquet on `today`: its outcome once there is one, overdue when its day has passed without, else how
 * it was entered.
 */
export function decideBanquetState(banquet: {
	origin: Origin;
	outcome: Outcome | null;
	plannedOn: string;
	today: string;
}): BanquetState {
	if (banquet.outcome !== null) return banquet.outcome;
	return banquet.plannedOn < banquet.today ? 'overdue' : banquet.origin;
}

/** Every 无事酒: what a village rule discourages when the village has not said. */
export const noOccasions: readonly Occasion[] = occasions.filter(isNoOccasion);

/** The working days within which a funeral is filed afterwards (banquets.md). */
export const funeralFilingDays = 5;

/**
 * Whether a funeral was filed more than five working days after its day. Working days are Monday to Friday: public holidays
 * and moved working days are not known here, so around them the hint comes early, and it is no more than a hint.
 */
export function isFuneralFiledLate({ plannedOn, declaredOn }: { plannedOn: string; declaredOn: string }): boolean {
	let working = 0;
	for (let on = addDays(plannedOn, 1); on <= declaredOn && working <= funeralFilingDays; on = addDays(on, 1)) {
		if (weekdayOf(on) % 6 !== 0) working += 1;
	}
	return working > funeralFilingDays;
}

/**
 * Saved spending in yuan: tables planned but not held × a price per table. An estimate, always shown with 估算 and this
 * formula. Never below 0: more tables than planned save nothing.
 */
export function estimateSaving(tables: { tablesPlanned: number; tablesHeld: number; pricePerTable: number }): number {
	return Math.max(0, tables.tablesPlanned - tables.tablesHeld) * tables.pricePerTable;
}
