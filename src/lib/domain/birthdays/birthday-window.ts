import { addDays, daysBetween, weekdayOf } from '../calendar/calendar';

/** 每月, 每两个月, 每季度, 每年 (逢五逢十). */
export const cadences = ['monthly', 'two-months', 'quarterly', 'yearly'] as const;
export type Cadence = (typeof cadences)[number];

const monthsIn: Record<Cadence, number> = { monthly: 1, 'two-months': 2, quarterly: 3, yearly: 12 };

/** The months of one banquet: a year of the series's calendar, first and last month both within. */
export interface Window {
	year: number;
	firstMonth: number;
	lastMonth: number;
}

/** The window of a cadence that a month (1–12) of a year lies in; windows begin with the first month of the year. */
export function windowOf(cadence: Cadence, { year, month }: { year: number; month: number }): Window {
	const length = monthsIn[cadence];
	const firstMonth = month - ((month - 1) % length);
	return { year, firstMonth, lastMonth: firstMonth + length - 1 };
}

/** The cadence that gives a window: it is as long. */
export function cadenceOf({ firstMonth, lastMonth }: Window): Cadence {
	return cadences.find((cadence) => monthsIn[cadence] === lastMonth - firstMonth + 1)!;
}

/** The window after this one. */
export function nextWindow(cadence: Cadence, { year, lastMonth }: Window): Window {
	return windowOf(cadence, lastMonth === 12 ? { year: year + 1, month: 1 } : { year, month: lastMonth + 1 });
}

/** How many windows make a year: as far ahead as the next banquet is looked for. */
export function windowsAYear(cadence: Cadence): number {
	return 12 / monthsIn[cadence];
}

/** Days that calling everyone, the seats and the kitchen take at least. */
export const leadDays = 10;

/**
 * A day to hold the banquet of a window: the first Saturday from its middle on, when the young are home; never sooner than
 * `leadDays` from today. Advice, as everything here: the village picks its own day.
 */
export function suggestDay({ fromOn, toOn, today }: { fromOn: string; toOn: string; today: string }): string {
	const middle = addDays(fromOn, Math.floor(daysBetween(fromOn, toOn) / 2));
	const soonest = addDays(today, leadDays);
	const from = middle > soonest ? middle : soonest;
	return addDays(from, (6 - weekdayOf(from) + 7) % 7);
}
