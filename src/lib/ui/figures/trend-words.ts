import { occasions, type Occasion } from '$lib/domain/banquets/banquet';
import type { TrendCell } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/paraglide/runtime.js';
import { occasionWords } from '../banquets/banquet-words';
import { dateFormat } from '../formatters';
import { monthsText, type ChartCell } from './chart-cell';

const shortMonth = dateFormat({ month: 'short' });

/** 1月, Jan: a month by its number, 1 to 12. */
export const monthLabel = (month: string, locale: Locale): string =>
	shortMonth(`2024-${month.padStart(2, '0')}-01`, locale);

/** 1月, Jan; 1月–3月 of months that are published together. In: a cell of a line, its months as YYYY-MM. */
export const monthsLabel = (cell: Pick<TrendCell, 'key' | 'toKey'>, locale: Locale): string =>
	monthsText(cell, (month) => monthLabel(month.slice(5), locale));

/** An occasion in a language that need not be the reader's. */
export function occasionLabel(key: string, locale: Locale): string {
	const occasion = occasions.find((occasion) => occasion === key);
	return occasion === undefined ? key : worded(occasion, locale);
}

/** A class of occasions as it is released: the rest beside weddings and funerals, and enlistments among the others. */
export function releasedOccasion(key: string, locale: Locale): string {
	if (key === 'rest') return m.trends_occasion_rest({}, { locale });
	return key === 'other' ? m.trends_occasion_others({}, { locale }) : occasionLabel(key, locale);
}

/** Cells with their words, as charts and the open API show them. */
export function labelled<Cell extends TrendCell>(cells: readonly Cell[], label: (cell: Cell) => string): ChartCell[] {
	return cells.map((cell) => {
		const { key, toKey, value, shown, previous, previousShown, isTop, wasTop } = cell;
		return { key, toKey, label: label(cell), value, shown, previous, previousShown, isTop, wasTop };
	});
}

/** The words are paraglide's messages, which take a language; the Record's type leaves that out. */
function worded(occasion: Occasion, locale: Locale): string {
	const message = occasionWords[occasion] as (inputs: object, options: { locale: Locale }) => string;
	return message({}, { locale });
}
