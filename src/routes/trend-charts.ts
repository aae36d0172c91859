import { monthOf, yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isTelling, type TrendCell } from '$lib/domain/figures/trend';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Context } from '$lib/server/context';
import { festivalsOf } from '$lib/server/calendar/festivals';
import type { TrendQuery } from '$lib/server/figures/trend-source';
import type { ChartCell } from '$lib/ui/figures/chart-cell';
import { festivalWords } from '$lib/ui/calendar/festival-words';
import { valueText } from '$lib/ui/figures/period-words';
import { labelled, monthLabel } from '$lib/ui/figures/trend-words';
import { type ChartId, type Entry, catalog, type Words } from './chart-catalog';

/** A public chart: page, picture file and data file are all drawn from this. */
export interface DrawnChart {
	id: ChartId;
	kind: Entry['kind'];
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

/** Reads and words charts, in the order asked for, with the trends behind them. */
export async function drawCharts<Id extends ChartId>(
	db: Context['db'],
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
