// The charts of the public pages.
import type { LectureKind } from '$lib/domain/lectures/lecture';
import type { Trend, TrendCell } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { getLocale } from '$lib/paraglide/runtime.js';
import { readGuestsByMonth, readGuestsByVillage } from '$lib/server/birthdays/birthday-trends';
import { readCoverageTrend } from '$lib/server/figures/coverage-trend';
import { readDonationTrend } from '$lib/server/blood/donation-trend';
import { readLecturesByVillage, readLectureTrend } from '$lib/server/lectures/lecture-figures';
import { readPledgeTrend } from '$lib/server/pledges/pledge-trends';
import type { TrendQuery } from '$lib/server/figures/trend-source';
import { readBanquetsByGrid, readBanquetsByVillage, readBanquetTrend } from '$lib/server/figures/banquet-trends';
import { readDissuasionsByVillage, readSignupTrend } from '$lib/server/figures/trends';
import { lectureKindWords } from '$lib/ui/lectures/lecture-words';
import { occasionLabel } from '$lib/ui/figures/trend-words';
import { unitName } from '$lib/ui/units/unit-name';

type NamedCell = TrendCell & { name: string; nameEn: string | null };

export interface Entry {
	kind: 'months' | 'bars';
	title: () => string;
	text: (words: Words & { value: string; previous: string }) => string;
	head: () => string;
	read: (db: Context['db'], query: TrendQuery) => Promise<Trend>;
	label?: (cell: TrendCell) => string;
}

const months = (entry: Pick<Entry, 'title' | 'text' | 'read'>): Entry => ({
	kind: 'months',
	head: m.shell_month,
	...entry
});

const villages = (
	entry: Pick<Entry, 'title' | 'text'> & { read: (...asked: Parameters<Entry['read']>) => Promise<Trend<NamedCell>> }
): Entry => ({
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
		read: (db, query) => readBanquetTrend(db, { ...query, by: 'month' })
	}),
	'held-by-village': villages({ title: m.trends_villages, text: m.trends_villages_text, read: readBanquetsByVillage }),
	'held-by-occasion': {
		kind: 'bars',
		title: m.trends_occasions,
		text: m.trends_occasions_text,
		head: m.trends_occasion,
		read: (db, query) => readBanquetTrend(db, { ...query, by: 'occasion' }),
		label: ({ key }) => occasionLabel(key, getLocale())
	},
	'held-by-grid': {
		kind: 'bars',
		title: m.trends_grids,
		text: m.trends_grids_text,
		head: m.trends_grid,
		read: readBanquetsByGrid,
		label: (cell) => (cell.key === '' ? m.trends_no_grid() : named(cell))
	},
	'stopped-by-village': villages({
		title: m.trends_stopped,
		text: m.trends_stopped_text,
		read: readDissuasionsByVillage
	}),
	'signups-by-month': months({ title: m.trends_signups, text: m.trends_signups_text, read: readSignupTrend }),
	'coverage-by-village': villages({ title: m.trends_coverage, text: m.trends_coverage_text, read: readCoverageTrend }),
	'donations-by-month': months({
		title: m.donation_trends_months,
		text: m.donation_trends_months_text,
		read: async (db, query) => (await readDonationTrend(db, query)).months
	}),
	'lectures-by-kind': {
		kind: 'bars',
		title: m.lectures_trends_kinds,
		text: m.lectures_trends_kinds_text,
		head: m.lectures_kind,
		read: (db, query) => readLectureTrend(db, { ...query, by: 'kind' }),
		label: ({ key }) => lectureKindWords[key as LectureKind]()
	},
	'lectures-by-village': villages({
		title: m.lectures_trends_villages,
		text: m.lectures_trends_villages_text,
		read: readLecturesByVillage
	}),
	'lectures-by-month': months({
		title: m.lectures_trends_months,
		text: m.lectures_trends_months_text,
		read: (db, query) => readLectureTrend(db, { ...query, by: 'month' })
	}),
	'pledges-by-month': months({
		title: m.pledges_trends_months,
		text: m.pledges_trends_months_text,
		read: readPledgeTrend
	}),
	'guests-by-village': villages({
		title: m.birthdays_trend_villages,
		text: m.birthdays_trend_villages_text,
		read: readGuestsByVillage
	}),
	'guests-by-month': months({
		title: m.birthdays_trend_months,
		text: m.birthdays_trend_months_text,
		read: readGuestsByMonth
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
