import type { Period } from '$lib/domain/calendar/reporting-period';
import type { KnownExtent } from '$lib/domain/figures/known';
import { m } from '$lib/paraglide/messages.js';
import { longDate } from '../calendar/long-date';
import { dayOrMonthWords, monthWords } from '../calendar/month-words';
import { numberText } from '../elements/number-text';
import { rateText } from './period-words';

/** How far a reading of a figure is known, as `server/figures/figures` gives it. */
interface ReadingExtent {
	known: KnownExtent;
	part: { toOn: string; value: number; changeRate: number | null } | null;
}

/**
 * How far a figure is known as of now, in a sentence; null where it is known from the period's first month (YYYY-MM) on.
 */
export function knownWords(known: KnownExtent, first: string): string | null {
	const { state, from, to, due, units, furthest, isCut, settledTo } = known;
	if (from === null) return m.coverage_known_not_begun();
	if (state === 'known' && isCut) return m.coverage_known_closed({ month: monthWords(due!) });
	if (state === 'known') return from > first ? m.coverage_known_since({ month: monthWords(from) }) : null;
	if (settledTo) return m.coverage_known_settled_to({ day: longDate(settledTo) });
	if (units <= 1) return to ? m.coverage_known_kept_to({ month: monthWords(to) }) : m.coverage_known_nothing();
	if (!furthest) return m.coverage_known_none_of({ units: numberText(units) });
	const reached = m.coverage_known_reached({
		units: numberText(units),
		count: numberText(furthest.units),
		month: monthWords(furthest.month)
	});
	if (to) return m.coverage_known_part({ month: monthWords(to), reached });
	return due === furthest.month ? reached : m.coverage_known_late({ reached, month: monthWords(due!) });
}

/** All that a line of figures says beside a number: how far it is known, and what the first months come to; null where it is known whole. */
export function extentNote({ known, part }: ReadingExtent, period: Period): string | null {
	const words = [knownWords(known, period.fromOn.slice(0, 7)), part && partWords(part)].filter((text) => text !== null);
	return words.length > 0 ? words.join(m.coverage_known_join()) : null;
}

/** What the first months of a period come to, against the same months of the one before. */
export function partWords({ toOn, value, changeRate }: NonNullable<ReadingExtent['part']>): string {
	const words = { month: dayOrMonthWords(toOn), value: numberText(value) };
	return changeRate === null
		? m.coverage_part_value(words)
		: m.coverage_part_rate({ ...words, rate: rateText(changeRate) });
}
