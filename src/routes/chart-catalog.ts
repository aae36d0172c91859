// The charts of the public pages.
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { FigureId } from '$lib/domain/figures/figure';
import type { LectureKind } from '$lib/domain/lectures/lecture';
import type { Trend, TrendCell } from '$lib/domain/figures/trend';
import { isYear } from '$lib/domain/releases/published';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { coverageDays, coverageSteps } from '$lib/server/figures/published-coverage';
import { publishedLine, publishedOccasions, publishedTable } from '$lib/server/figures/published-trends';
import { lecturesByKind, lecturesByMonth, lecturesByVillage } from '$lib/server/lectures/lecture-figures';
import { attendanceByMonth } from '$lib/server/figures/attendance-trend';
import type { TrendPart } from '$lib/server/figures/trend-asker';
import type { TrendQuery } from '$lib/server/figures/trend-query';
import type { NamedCell } from '$lib/server/figures/trends';
import { monthEndWords } from '$lib/ui/figures/asked-words';
import { lectureKindWords } from '$lib/ui/lectures/lecture-words';
import { releasedOccasion } from '$lib/ui/figures/trend-words';
import { unitName } from '$lib/ui/units/unit-name';

export interface Entry {
	kind: 'months' | 'bars';
	title: () => string;
	/** The title of a line with months that are published together. */
	joinedTitle?: () => string;
	text: (words: Words) => string;
	/** What a period comes to in all, where that is part of the text. */
	sum?: (of: { period: string; value: string }) => string;
	head: () => string;
	part: TrendPart<Trend>;
	/** The released figure that it shows; null for the town's own work. */
	line: FigureId | null;
	/** The released figure by which the page that has it cuts a period that is not over; left out where that is `line`. */
	cutBy?: FigureId;
	/** The last day that it shows (YYYY-MM-DD), where that is not the period's. */
	endOn?: (query: TrendQuery) => string | null;
	label?: (cell: TrendCell) => string;
	/** Where the scale ends: 100 of a share in percent, so that a bar shows how much of the whole it is. Without it, at the longest bar. */
	full?: number | null;
	/** What the two columns are called, where they are days and no periods. */
	words?: (query: TrendQuery, words: Words) => Words;
}

const months = (entry: Pick<Entry, 'title' | 'joinedTitle' | 'text' | 'sum' | 'part' | 'line' | 'cutBy'>): Entry => ({
	kind: 'months',
	head: m.shell_month,
	...entry
});

const villages = (
	entry: Pick<Entry, 'title' | 'text' | 'line' | 'words' | 'endOn' | 'full'> & { part: TrendPart<Trend<NamedCell>> }
): Entry => ({
	kind: 'bars',
	head: m.trends_village,
	label: named,
	...entry
});

/** Pledges are in force on a day: at the end of the last released quarter. A whole year is named for its own end, any other day by itself. */
function coverageWords(query: TrendQuery, words: Words): Words {
	const { periods } = query;
	const days = coverageDays(query);
	const named = (on: string | null, period: Period, word: string) =>
		on === null || (isYear(period) && on === period.toOn) ? word : monthEndWords(on);
	return {
		now: named(days.now, periods.now, words.now),
		before: named(days.before, periods.before, words.before)
	};
}

const named = (cell: TrendCell) => unitName(cell as NamedCell);

/** Every chart of the public pages, by the name in its address. */
export const catalog = {
	'held-by-month': months({
		title: m.trends_months,
		joinedTitle: m.trends_months_joined,
		text: m.trends_months_text,
		sum: m.trends_sessions_sum,
		part: publishedLine('banquets-held'),
		line: 'banquets-held'
	}),
	'held-by-village': villages({
		title: m.trends_villages,
		text: m.trends_villages_text,
		part: publishedTable('banquets-held', 'villages'),
		line: 'banquets-held'
	}),
	'held-by-occasion': {
		kind: 'bars',
		title: m.trends_occasions,
		text: m.trends_occasions_text,
		head: m.trends_occasion,
		part: publishedOccasions,
		line: 'banquets-held',
		label: ({ key }) => releasedOccasion(key, getLocale())
	},
	'attendance-by-month': months({
		title: m.trends_came,
		text: m.trends_came_text,
		part: attendanceByMonth,
		line: null,
		cutBy: 'banquets-held'
	}),
	'coverage-by-village': villages({
		title: m.trends_coverage,
		text: m.trends_coverage_text,
		part: coverageSteps,
		line: 'banquets-held',
		full: 100,
		words: coverageWords,
		endOn: (query) => coverageDays(query).now
	}),
	'lectures-by-kind': {
		kind: 'bars',
		title: m.lectures_trends_kinds,
		text: m.lectures_trends_kinds_text,
		head: m.lectures_kind,
		part: lecturesByKind,
		line: null,
		label: ({ key }) => lectureKindWords[key as LectureKind]()
	},
	'lectures-by-village': villages({
		title: m.lectures_trends_villages,
		text: m.lectures_trends_villages_text,
		part: lecturesByVillage,
		line: null
	}),
	'lectures-by-month': months({
		title: m.lectures_trends_months,
		text: m.lectures_trends_months_text,
		sum: m.trends_sessions_sum,
		part: lecturesByMonth,
		line: null
	}),
	'guests-by-month': months({
		title: m.birthdays_trend_months,
		joinedTitle: m.birthdays_trend_months_joined,
		text: m.birthdays_trend_months_text,
		part: publishedLine('elders-hosted'),
		line: 'elders-hosted'
	})
} satisfies Record<string, Entry>;

export type ChartId = keyof typeof catalog;

/** The chart of a name from an address, or null. */
export function findChartId(name: string): ChartId | null {
	return Object.hasOwn(catalog, name) ? (name as ChartId) : null;
}

export interface Words {
	now: string;
	before: string;
}
