import { monthOf, yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isHeldBack, isTelling, type Trend, type TrendCell } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { festivalsOf } from '$lib/server/calendar/festivals';
import type { TrendPart } from '$lib/server/figures/trend-asker';
import type { TrendQuery } from '$lib/server/figures/trend-query';
import { isCompared, isJoined, monthsText, type ChartCell } from '$lib/ui/figures/chart-cell';
import { festivalWords } from '$lib/ui/calendar/festival-words';
import { sumsText } from '$lib/ui/figures/sums-text';
import { labelled, monthsLabel } from '$lib/ui/figures/trend-words';
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
	/** Where the scale of bars ends; null: at the longest of them. */
	full: number | null;
	/** Whether there is anything to draw. */
	isTelling: boolean;
	/** How many lines a page leaves out, where they are too many to be drawn. */
	leftOut: number;
	/** What its two columns are called. */
	now: string;
	before: string;
}

/** Bars that a page draws of a chart: those with the most. More is a table of its own. */
export const barsDrawn = 12;

type Drawn = DrawnChart & { total: number | null; previousTotal: number | null };
/** Charts by their names, with the totals of the trends behind them. */
export type Charts<Id extends ChartId> = Record<Id, Drawn>;

/** Charts as part of a page, in the order asked for, worded, with the totals of the trends behind them. */
export const chartsPart =
	<Id extends ChartId>(ids: readonly Id[], words: Words, most = barsDrawn): TrendPart<Charts<Id>> =>
	(asker) => {
		const trends = ids.map((id) => ({ id, trend: (catalog[id] as Entry).part(asker) }));
		return () =>
			Object.fromEntries(
				trends.map(({ id, trend }) => [id, draw(id, trend(), { words, query: asker.query, most })])
			) as Charts<Id>;
	};

interface Drawing {
	words: Words;
	query: TrendQuery;
	most: number;
}

function draw(id: ChartId, trend: Trend, { words, query, most }: Drawing): Drawn {
	const { range } = query;
	const {
		kind,
		title,
		joinedTitle = title,
		text,
		sum,
		head,
		label = monthsOfRange(range),
		full,
		words: wordsOf
	}: Entry = catalog[id];
	const { now, before } = wordsOf?.(query, words) ?? words;
	const { total, previousTotal } = trend;
	const all = isAnyNow(trend) ? trend.cells : [];
	const drawn = kind === 'bars' ? withMost(all, most) : all;
	const sums = [
		{ period: now, value: total },
		{ period: before, value: previousTotal }
	];
	const cells = labelled(drawn, label);
	return {
		id,
		kind,
		title: (isJoined(drawn) ? joinedTitle : title)(),
		description: isCompared(cells)
			? text({ now, before }) + (sum ? sumsText(sums, sum) : '')
			: m.trends_alone_text({ now }),
		head: head(),
		total,
		previousTotal,
		cells,
		full: full ?? null,
		festivals: kind === 'months' ? festivalsIn(range) : [],
		isTelling: isTelling({ ...trend, cells: all }),
		leftOut: all.length - drawn.length,
		now,
		before
	};
}

/** Whether there is anything of the period asked for: the numbers of the other one alone are half a chart, and compare nothing. */
const isAnyNow = ({ cells }: Trend) =>
	cells.some(({ value, shown }) => value !== null || isHeldBack(shown) || shown === 'withdrawn');

/**
 * The cells in their order; where they are more than `most`, those with the most now, then with the most before, the most first. What is
 * withheld counts as none.
 */
export function withMost<Cell extends TrendCell>(cells: readonly Cell[], most: number): readonly Cell[] {
	if (cells.length <= most) return cells;
	const size = (count: number | null) => count ?? 0;
	return cells.toSorted((a, b) => size(b.value) - size(a.value) || size(b.previous) - size(a.previous)).slice(0, most);
}

/** The label of a cell's months: 3月, 1月–3月; with their years where the range has more than one: 23/12–24/2. */
export const monthsOfRange =
	({ fromOn, toOn }: Period) =>
	(cell: TrendCell): string =>
		yearOf(fromOn) === yearOf(toOn)
			? monthsLabel(cell, getLocale())
			: monthsText(cell, (month) => `${month.slice(2, 4)}/${monthOf(`${month}-01`)}`);

/** The festivals of a range of months, worded, by the key of their month. */
export function festivalsIn({ fromOn, toOn }: Period): { key: string; name: string }[] {
	const years = Array.from({ length: yearOf(toOn) - yearOf(fromOn) + 1 }, (_, nth) => yearOf(fromOn) + nth);
	return years
		.flatMap(festivalsOf)
		.filter(({ on }) => on >= fromOn && on <= toOn)
		.map(({ id, on }) => ({ key: on.slice(0, 7), name: festivalWords[id]() }));
}
