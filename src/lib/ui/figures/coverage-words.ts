import type { CoverageSum } from '$lib/domain/figures/coverage';
import type { ReportedLedger } from '$lib/domain/activities/added-work';
import { isLookedThrough } from '$lib/domain/figures/ledger';
import type { FigureSource } from '$lib/domain/figures/figure';
import { m } from '$lib/paraglide/messages.js';

/**
 * 4 个村（社区）中 3 个报齐了 12 个月，还缺 1 个村月. Where one entry, or a zero that the town checked, settles a month for all, it says that: what a village
 * has not entered itself is not missing.
 */
export function coverageText(
	{ villages, complete, months, missing }: CoverageSum,
	ledger: ReportedLedger | null
): string {
	if (ledger && months > 0 && missing > 0 && isLookedThrough(ledger)) return m.coverage_together();
	if (months === 0) return m.coverage_none_due();
	return missing === 0
		? m.coverage_complete({ villages, months })
		: m.coverage_incomplete({ villages, complete, months, missing });
}

type From = FigureSource['from'];

const records: Record<From, () => string> = {
	'banquets-held': m.coverage_from_banquets,
	'banquets-declared': m.coverage_from_banquets,
	'banquets-dissuaded': m.coverage_from_dissuasions,
	activities: m.coverage_from_activities,
	complaints: m.coverage_from_activities,
	'cases-received': m.coverage_from_cases,
	'cases-settled': m.coverage_from_cases,
	'incidents-overdue': m.coverage_from_cases,
	events: m.coverage_from_events,
	'lecture-attendance': m.coverage_from_events,
	'blood-and-checkups': m.coverage_from_both,
	'birthday-guests': m.coverage_from_guests,
	donations: m.coverage_from_drives,
	'pledges-in-force': m.coverage_from_pledges,
	'pledges-signed': m.coverage_from_pledges,
	grids: m.coverage_from_grids,
	'grid-members': m.coverage_from_grids
};

const leftOut: Record<From, () => string> = {
	'banquets-held': m.coverage_without_banquets,
	'banquets-declared': m.coverage_without_found,
	'banquets-dissuaded': m.coverage_without_dissuasions,
	activities: m.coverage_without_removed,
	complaints: m.coverage_without_complaints,
	'cases-received': m.coverage_without_cases,
	'cases-settled': m.coverage_without_open_cases,
	'incidents-overdue': m.coverage_without_cases,
	events: m.coverage_without_events,
	'lecture-attendance': m.coverage_without_events,
	'blood-and-checkups': m.coverage_without_events,
	'birthday-guests': m.coverage_without_events,
	donations: m.coverage_without_events,
	'pledges-in-force': m.coverage_without_pledges,
	'pledges-signed': m.coverage_without_pledges,
	grids: m.coverage_without_grids,
	'grid-members': m.coverage_without_grids
};

const byDay: Record<From, () => string> = {
	'banquets-held': m.coverage_day_held,
	'banquets-declared': m.coverage_day_declared,
	'banquets-dissuaded': m.coverage_day_went,
	activities: m.coverage_day_done,
	complaints: m.coverage_day_done,
	'cases-received': m.coverage_day_received,
	'cases-settled': m.coverage_day_received,
	'incidents-overdue': m.coverage_day_overdue,
	events: m.coverage_day_event,
	'lecture-attendance': m.coverage_day_event,
	'blood-and-checkups': m.coverage_day_event,
	'birthday-guests': m.coverage_day_event,
	donations: m.coverage_day_event,
	'pledges-in-force': m.coverage_day_last,
	'pledges-signed': m.coverage_day_signed,
	grids: m.coverage_day_last,
	'grid-members': m.coverage_day_last
};

/** How a figure is counted, step by step: from which records, without which, by which day, and how they are put together. */
export function stepsOf(source: FigureSource): string[] {
	return [records, leftOut, byDay].map((words) => words[source.from]()).concat(sumText(source));
}

function sumText(source: FigureSource): string {
	if (source.from === 'activities' && source.counts === 'quantity') return m.coverage_sum_quantity();
	if (source.from === 'lecture-attendance') return m.coverage_sum_people();
	if (source.from === 'donations') return m.coverage_sum_drives();
	return m.coverage_sum_records();
}
