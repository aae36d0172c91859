// The charts of the public pages.
import type { LectureKind } from '$lib/domain/lectures/lecture';
import type { Trend, TrendCell } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { guestsByMonth, guestsByVillage } from '$lib/server/birthdays/birthday-trends';
import { coverageTrend } from '$lib/server/figures/coverage-trend';
import { donationsByMonth } from '$lib/server/blood/donation-trend';
import { lecturesByKind, lecturesByMonth, lecturesByVillage } from '$lib/server/lectures/lecture-figures';
import { pledgesByMonth } from '$lib/server/pledges/pledge-trends';
import { heldByMonth, heldByOccasion, heldByVillage, stoppedByVillage } from '$lib/server/figures/banquet-trends';
import { heldByGrid } from '$lib/server/figures/grid-trend';
import { signupsByMonth } from '$lib/server/figures/signup-trend';
import type { TrendPart } from '$lib/server/figures/trend-asker';
import type { NamedCell } from '$lib/server/figures/trends';
import { lectureKindWords } from '$lib/ui/lectures/lecture-words';
import { occasionLabel } from '$lib/ui/figures/trend-words';
import { unitName } from '$lib/ui/units/unit-name';

export interface Entry {
	kind: 'months' | 'bars';
	title: () => string;
	text: (words: Words & { value: string; previous: string }) => string;
	head: () => string;
	part: TrendPart<Trend>;
	label?: (cell: TrendCell) => string;
}

const months = (entry: Pick<Entry, 'title' | 'text' | 'part'>): Entry => ({
	kind: 'months',
	head: m.shell_month,
	...entry
});

const villages = (entry: Pick<Entry, 'title' | 'text'> & { part: TrendPart<Trend<NamedCell>> }): Entry => ({
	kind: 'bars',
	head: m.trends_village,
	label: named,
	...entry
});

const named = (cell: TrendCell) => unitName(cell as NamedCell);

/** Every chart of the public pages, by the name in its address. */
export const catalog = {
	'held-by-month': months({
		title: m.trends_months,
		text: m.trends_months_text,
		part: heldByMonth
	}),
	'held-by-village': villages({ title: m.trends_villages, text: m.trends_villages_text, part: heldByVillage }),
	'held-by-occasion': {
		kind: 'bars',
		title: m.trends_occasions,
		text: m.trends_occasions_text,
		head: m.trends_occasion,
		part: heldByOccasion,
		label: ({ key }) => occasionLabel(key, getLocale())
	},
	'held-by-grid': {
		kind: 'bars',
		title: m.trends_grids,
		text: m.trends_grids_text,
		head: m.trends_grid,
		part: heldByGrid,
		label: (cell) => (cell.key === '' ? m.trends_no_grid() : named(cell))
	},
	'stopped-by-village': villages({
		title: m.trends_stopped,
		text: m.trends_stopped_text,
		part: stoppedByVillage
	}),
	'signups-by-month': months({ title: m.trends_signups, text: m.trends_signups_text, part: signupsByMonth }),
	'coverage-by-village': villages({ title: m.trends_coverage, text: m.trends_coverage_text, part: coverageTrend }),
	'donations-by-month': months({
		title: m.donation_trends_months,
		text: m.donation_trends_months_text,
		part: donationsByMonth
	}),
	'lectures-by-kind': {
		kind: 'bars',
		title: m.lectures_trends_kinds,
		text: m.lectures_trends_kinds_text,
		head: m.lectures_kind,
		part: lecturesByKind,
		label: ({ key }) => lectureKindWords[key as LectureKind]()
	},
	'lectures-by-village': villages({
		title: m.lectures_trends_villages,
		text: m.lectures_trends_villages_text,
		part: lecturesByVillage
	}),
	'lectures-by-month': months({
		title: m.lectures_trends_months,
		text: m.lectures_trends_months_text,
		part: lecturesByMonth
	}),
	'pledges-by-month': months({
		title: m.pledges_trends_months,
		text: m.pledges_trends_months_text,
		part: pledgesByMonth
	}),
	'guests-by-village': villages({
		title: m.birthdays_trend_villages,
		text: m.birthdays_trend_villages_text,
		part: guestsByVillage
	}),
	'guests-by-month': months({
		title: m.birthdays_trend_months,
		text: m.birthdays_trend_months_text,
		part: guestsByMonth
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
