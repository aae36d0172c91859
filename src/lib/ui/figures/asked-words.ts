import type { AskedPeriod } from '$lib/domain/figures/asked-period';
import { daysBetween, monthBoundsOf, monthOf, yearOf } from '$lib/domain/calendar/calendar';
import {
	rangePeriods,
	type Comparison,
	type PartReason,
	type Period,
	type ReportingPeriods
} from '$lib/domain/calendar/reporting-period';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { longDate } from '../calendar/long-date';
import { monthWords } from '../calendar/month-words';
import { periodWords } from './period-words';

/** What is shown and what it is compared with, as headings: 2024年第2季度 and 2023年第2季度; of a part, 2026年11月至今 and 2025年11月同期. */
export function askedWords({ asked, periods }: { asked: AskedPeriod; periods: ReportingPeriods }): {
	now: string;
	before: string;
} {
	// A period that is read up to the end of a month is named by its months.
	if (isMonths(periods)) return { now: spanWords(periods.now, 'range'), before: spanWords(periods.before, 'range') };
	if (asked.kind === 'year') return periodWords(periods);
	const [now, before] = [periods.now, periods.before].map((period) => spanWords(period, asked.kind));
	return periods.isPart
		? { now: m.trends_so_far({ period: now! }), before: m.trends_same_part({ period: before! }) }
		: { now: now!, before: before! };
}

/** The same of a year, which ends with the last month that is known of it. */
export const yearWords = (periods: ReportingPeriods): { now: string; before: string } =>
	askedWords({ asked: { kind: 'year', year: yearOf(periods.now.fromOn) }, periods });

/** A period as it is chosen, and why only a part of it is read. */
interface PartlyRead {
	asked: AskedPeriod;
	comparison: Comparison;
	range: Period;
	periods: ReportingPeriods;
	part: PartReason | null;
	/** Whether there is a number of the period before. */
	isCompared: boolean;
}

/**
 * How far a period is counted that is read only in part, and with what it is compared; null where it is read whole. `ends`: the last days
 * (YYYY-MM-DD) of the numbers that a page shows, each once and in order, where these have their own.
 */
export function partWords(report: PartlyRead, ends?: readonly string[]): string | null {
	const { asked, part, range, periods, comparison, isCompared } = report;
	if (part === null) return null;
	const wordsTo = (on: string) => askedWords({ asked, periods: rangePeriods(range, on, comparison) });
	const { now: period, before } = wordsTo(range.toOn);
	// Without any number a page says by itself why, but for one of many figures.
	if (part === 'empty' && !ends) return null;
	const counted = ends ?? [periods.now.toOn];
	const last = counted.at(-1);
	if (last === undefined) return m.trends_part_empty({ period });
	const [one, each] =
		part === 'unpublished'
			? [m.trends_part_unpublished, m.trends_part_each_unpublished]
			: [m.trends_part, m.trends_part_each];
	const on = longDate(last);
	if (counted.length > 1) return each({ period, on }) + (isCompared ? m.trends_part_compared_each({ before }) : '');
	if (last === range.toOn) return null;
	return one({ period, on }) + (isCompared ? m.trends_part_compared({ before: wordsTo(last).before }) : '');
}

const isMonths = ({ now, isPart }: ReportingPeriods) => isPart && now.toOn === monthBoundsOf(now.toOn).toOn;

/** A span of months: 2024年3月, 2024年第1季度, 2024年3月至8月, 2023年11月至2024年2月. */
function spanWords({ fromOn, toOn }: Period, kind: AskedPeriod['kind']): string {
	const [year, month] = [yearOf(fromOn), monthOf(fromOn)];
	if (kind === 'quarter') return m.trends_quarter_of({ year, quarter: Math.ceil(month / 3) });
	const first = monthWords(fromOn);
	if (fromOn.slice(0, 7) === toOn.slice(0, 7)) return first;
	const isChinese = getLocale() === 'zh-CN';
	const last = isChinese && yearOf(toOn) === year ? `${monthOf(toOn)}月` : monthWords(toOn);
	return m.trends_span({ from: first, to: last });
}

/** 2024年9月底, the end of September 2024. In: its last day, YYYY-MM-DD. */
export const monthEndWords = (on: string): string => m.trends_month_end({ month: monthWords(on) });

/** With what it is compared, in words: 同比, 环比. */
export const comparisonWords: Record<Comparison, () => string> = {
	'year-earlier': m.trends_compare_year,
	'period-before': m.trends_compare_before
};

/** How many days a period has, both ends counted. */
export const daysOf = ({ fromOn, toOn }: Period): number => daysBetween(fromOn, toOn) + 1;
