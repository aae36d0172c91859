import { monthOf, yearOf } from '$lib/domain/calendar/calendar';
import type { LectureKind } from '$lib/domain/lectures/lecture';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isTelling, type Trend, type TrendCell } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { readGuestsByMonth, readGuestsByVillage } from '$lib/server/birthdays/birthday-trends';
import { readCoverageTrend } from '$lib/server/figures/coverage-trend';
import type { Context } from '$lib/server/context';
import { readDonationTrend } from '$lib/server/blood/donation-trend';
import { festivalsOf } from '$lib/server/calendar/festivals';
import { readLecturesByVillage, readLectureTrend } from '$lib/server/lectures/lecture-figures';
import { readPledgeTrend } from '$lib/server/pledges/pledge-trends';
import type { TrendQuery } from '$lib/server/figures/public-trend';
import {
	readBanquetsByGrid,
	readBanquetsByVillage,
	readBanquetTrend,
	readDissuasionsByVillage,
	readSignupTrend
} from '$lib/server/figures/trends';
import type { ChartCell } from '$lib/ui/figures/chart-cell';
import { festivalWords } from '$lib/ui/calendar/festival-words';
import { lectureKindWords } from '$lib/ui/lectures/lecture-words';
import { valueText } from '$lib/ui/figures/period-words';
import { labelled, monthLabel, occasionLabel } from '$lib/ui/figures/trend-words';
import { unitName } from '$lib/ui/units/unit-name';

type Database = Context['db'];

/** A public chart: page, picture file and data file are all drawn from this. */
export interface DrawnChart {
	id: ChartId;
	kind: 'months' | 'bars';
	title: string;
	/** The chart in a sentence, for those who do not see it. */
	description: string;
	/** What a line is: the table's first heading. */
	head: string;
	cells: ChartCell[];
	/** Festivals by the key of their month. */
	festivals: { key: string; name: string }[];
	/** Whether there is anything to draw. */
	isTelling: boolean;
}

interface Words {
	now: string;
	before: string;
}

type NamedCell = TrendCell & { name: string; nameEn: string | null };

interface Entry {
	kind: DrawnChart['kind'];
	title: () => string;
	text: (words: Words & { value: string; previous: string }) => string;
	head: () => string;
	read: (db: Database, query: TrendQuery) => Promise<Trend>;
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
const catalog = {
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

/** Reads and words charts, in the order asked for, with the trends behind them. */
export async function drawCharts<Id extends ChartId>(
	db: Database,
	query: TrendQuery,
	words: Words,
	ids: readonly Id[]
): Promise<Record<Id, DrawnChart & { total: number | null; previousTotal: number | null }>> {
	const drawn = await Promise.all(
		ids.map(async (id) => {
			const { kind, title, text, head, read, label = monthText(query.range) }: Entry = catalog[id];
			const trend = await read(db, query);
			const { total, previousTotal } = trend;
			const counted = { ...words, value: valueText(total), previous: valueText(previousTotal) };
			return {
				id,
				kind,
				title: title(),
				description: text(counted),
				head: head(),
				total,
				previousTotal,
				cells: labelled(trend.cells, label),
				festivals: kind === 'months' ? festivalsIn(query.range) : [],
				isTelling: isTelling(trend)
			};
		})
	);
	return Object.fromEntries(drawn.map((chart) => [chart.id, chart])) as Record<Id, (typeof drawn)[number]>;
}

/** A month's label: 3月; with its year where the range has more than one. */
export const monthText =
	({ fromOn, toOn }: Period) =>
	({ key }: TrendCell): string => {
		const label = monthLabel(key.slice(5), getLocale());
		return yearOf(fromOn) === yearOf(toOn) ? label : `${key.slice(2, 4)}/${monthOf(`${key}-01`)}`;
	};

/** The festivals of a range of months, worded, by the key of their month. */
export function festivalsIn({ fromOn, toOn }: Period): { key: string; name: string }[] {
	const years = Array.from({ length: yearOf(toOn) - yearOf(fromOn) + 1 }, (_, nth) => yearOf(fromOn) + nth);
	return years
		.flatMap(festivalsOf)
		.filter(({ on }) => on >= fromOn && on <= toOn)
		.map(({ id, on }) => ({ key: on.slice(0, 7), name: festivalWords[id]() }));
}
