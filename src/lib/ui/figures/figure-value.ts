import type { FigureUnit } from '$lib/domain/figures/figure';
import type { ShownOrMissing } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import { cellText } from './chart-cell';
import { figureUnitWords } from './figure-words';
import { dayOrMonthWords } from '../calendar/month-words';
import { numberText } from '../elements/number-text';

/** What a figure says. */
interface Counted {
	value: number | null;
	unit: FigureUnit;
	/** The last day that is counted (YYYY-MM-DD), where it is less than the period asked for. */
	until?: string | null;
	shown?: ShownOrMissing;
}

/** A figure's number with its unit: 161 场, 161 banquets（到2026年9月）. Without one, `without`: why it is withheld, else a dash. */
export function figureValue(
	{ value, unit, until, shown = 'exact' }: Counted,
	without: string = cellText(null, shown)
): string {
	if (value === null) return shown === 'exact' ? without : cellText(null, shown);
	const counted = m.figures_value({ value: numberText(value), unit: figureUnitWords[unit]({ count: value }) });
	return counted + untilText(until);
}

/** （到2026年9月）, （到2026年9月12日）: how far a number is counted that does not reach the end of its period; '' for one that does. */
export const untilText = (until?: string | null): string =>
	until ? m.trends_until_month({ until: dayOrMonthWords(until) }) : '';
