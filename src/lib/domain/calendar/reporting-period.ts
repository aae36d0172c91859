import { addDays, addMonths, daysBetween, monthBounds, monthBoundsOf, monthOf, yearBounds, yearOf } from './calendar';

/** Calendar dates, both included. Empty when `toOn` is before `fromOn`. */
export interface Period {
	fromOn: string;
	toOn: string;
}

/** A period, and what it is compared with. The two overlap where a range longer than a year is compared with a year earlier. */
export interface ReportingPeriods {
	now: Period;
	before: Period;
	/** The period is not over: counted up to today (a year: 累计 since 1 January), against the same part of the other. */
	isPart: boolean;
}

/** 同比: with the same days a year earlier. 环比: with the period of the same kind or length just before. */
export const comparisons = ['year-earlier', 'period-before'] as const;
export type Comparison = (typeof comparisons)[number];

/** The two periods of a year's report as of `today`: a part-year is compared only with the same part of last year. */
export const reportingPeriods = (year: number, today: string): ReportingPeriods =>
	rangePeriods(yearBounds(year), today);

/**
 * The two periods of any range as of `today` (both the town's dates). Whole months are compared with whole months, however long;
 * other ranges with the same dates, 29 February with the 28th, or for `period-before` with as many days just before.
 * Source: reporting.md.
 */
export function rangePeriods(range: Period, today: string, comparison: Comparison = 'year-earlier'): ReportingPeriods {
	const isPart = range.toOn > today;
	const now = isPart ? { fromOn: range.fromOn, toOn: today } : range;
	const months = comparison === 'year-earlier' ? 12 : wholeMonthsOf(range);
	return { now, before: months === null ? daysEarlier(now, range) : monthsEarlier(now, months), isPart };
}

/** running: what is read of it ends today. unpublished: it is over, and what follows is not published. empty: nothing of it is known. */
export type PartReason = 'running' | 'unpublished' | 'empty';

/** Why a period is read only in part; null where it is read whole. `isKnown`: there is a number of it. */
export function partReasonOf(
	{ now, isPart }: Pick<ReportingPeriods, 'now' | 'isPart'>,
	{ today, isKnown }: { today: string; isKnown: boolean }
): PartReason | null {
	if (!isPart) return null;
	if (!isKnown) return 'empty';
	return now.toOn < today ? 'unpublished' : 'running';
}

/** Whether two periods have no day in common. Those of one range longer than a year do: then most of both counts is one and the same. */
export const areApart = ({ now, before }: Pick<ReportingPeriods, 'now' | 'before'>): boolean =>
	before.toOn < now.fromOn || now.toOn < before.fromOn;

/** First and last day of a quarter (1 to 4), both within it. */
export function quarterBounds(year: number, quarter: number): Period {
	return { fromOn: monthBounds(year, quarter * 3 - 2).fromOn, toOn: monthBounds(year, quarter * 3).toOn };
}

/** The months (YYYY-MM) that a period touches, of whatever years. */
export function monthsOf({ fromOn, toOn }: Period): string[] {
	if (toOn < fromOn) return [];
	const nth = (on: string) => yearOf(on) * 12 + monthOf(on) - 1;
	const first = nth(fromOn);
	return Array.from({ length: nth(toOn) - first + 1 }, (_, at) => monthText(first + at));
}

/** The month (YYYY-MM) so many months after the beginning of year 0. */
const monthText = (nth: number) =>
	`${String(Math.floor(nth / 12)).padStart(4, '0')}-${String((nth % 12) + 1).padStart(2, '0')}`;

/** Those of them that are over by its last day. */
export const elapsedMonths = (period: Period): string[] =>
	monthsOf(period).filter((month) => monthBoundsOf(month).toOn <= period.toOn);

const isWholeMonths = ({ fromOn, toOn }: Period) => fromOn.endsWith('-01') && toOn === monthBoundsOf(toOn).toOn;

const wholeMonthsOf = (range: Period) => (isWholeMonths(range) ? monthsOf(range).length : null);

/** A period so many months earlier; of whole months, whole months. */
export function monthsEarlier(period: Period, months: number): Period {
	const toOn = addMonths(period.toOn, -months);
	return { fromOn: addMonths(period.fromOn, -months), toOn: isWholeMonths(period) ? monthBoundsOf(toOn).toOn : toOn };
}

function daysEarlier({ fromOn, toOn }: Period, range: Period): Period {
	const days = daysBetween(range.fromOn, range.toOn) + 1;
	return { fromOn: addDays(fromOn, -days), toOn: addDays(toOn, -days) };
}
