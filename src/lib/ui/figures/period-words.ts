import { yearOf } from '$lib/domain/calendar/calendar';
import { formatPercent } from '$lib/domain/figures/rate';
import type { ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import { m } from '$lib/paraglide/messages.js';
import { numberText } from '../elements/number-text';

/** The two periods' names as headings: 2024年 and 2023年; of a part-year 2026年1月1日至今 and 2025年同期. */
export function periodWords({ now, before, isPart }: ReportingPeriods): { now: string; before: string } {
	const [year, earlier] = [yearOf(now.fromOn), yearOf(before.fromOn)];
	return isPart
		? { now: m.trends_year_so_far({ year }), before: m.trends_same_days({ year: earlier }) }
		: { now: m.trends_year({ year }), before: m.trends_year({ year: earlier }) };
}

/** A change rate with its sign: −60.0%, +12.5%, or "—" where there is nothing to compare with. */
export const rateText = (rate: number | null): string =>
	`${rate !== null && rate > 0 ? '+' : ''}${formatPercent(rate)}`;

/** A number, or "—" where there is no data. */
export const valueText = (value: number | null): string => (value === null ? '—' : numberText(value));
