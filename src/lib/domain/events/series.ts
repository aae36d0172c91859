import { addDays, addMonths, monthBoundsOf, weekdayOf } from '../calendar/calendar';

/** weekly: the same weekday; monthly-day: the same day of the month; monthly-weekday: 每月第二个周六; lunar-day: 每月农历十五. */
export const repeatRules = ['weekly', 'monthly-day', 'monthly-weekday', 'lunar-day'] as const;
export type RepeatRule = (typeof repeatRules)[number];

/** How an event repeats: every so many weeks or months. Weekday and day follow from its first date. */
export interface Repeat {
	rule: RepeatRule;
	every: number;
}

/** At most so many weeks or months from one to the next, and so many events after the first. */
export const mostEvery = 12;
export const mostTimes = 60;

/** The date (YYYY-MM-DD) so many lunar months after another, its lunar day kept or clamped to the month's last. */
export type AddLunarMonths = (on: string, months: number) => string;

/**
 * The dates after the first (YYYY-MM-DD), `times` of them. Each is counted from the first, so that what a short month clamped
 * (31st, lunar 30th) comes back in the next long one.
 */
export function datesAfter(
	firstOn: string,
	{ rule, every }: Repeat,
	times: number,
	addLunarMonths: AddLunarMonths
): string[] {
	const step: Record<RepeatRule, (count: number) => string> = {
		weekly: (weeks) => addDays(firstOn, weeks * 7),
		'monthly-day': (months) => addMonths(firstOn, months),
		'monthly-weekday': (months) => sameWeekdayAfter(firstOn, months),
		'lunar-day': (months) => addLunarMonths(firstOn, months)
	};
	return Array.from({ length: times }, (_, nth) => step[rule]((nth + 1) * every));
}

/** Which one of its weekday in its month a date is: 1 to 5. */
export function nthOfMonth(on: string): number {
	return Math.ceil(Number(on.slice(8)) / 7);
}

/** The same weekday of the same rank so many months later; the fifth, which not every month has, is the last. */
function sameWeekdayAfter(on: string, months: number): string {
	const month = addMonths(`${on.slice(0, 8)}01`, months);
	const { fromOn, toOn } = monthBoundsOf(month);
	const firstOne = addDays(fromOn, (weekdayOf(on) - weekdayOf(fromOn) + 7) % 7);
	const wanted = addDays(firstOne, (nthOfMonth(on) - 1) * 7);
	return wanted > toOn ? addDays(wanted, -7) : wanted;
}
