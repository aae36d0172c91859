// The blocks of months that a table of a year is cut into.
import { yearBounds } from '../calendar/calendar';
import { monthsOf, type Period } from '../calendar/reporting-period';
import type { ReleasedCell } from './release';

/** Whether spans fill a period to its last day, and none of them reaches over it. */
export function isUnionOf(spans: readonly Period[], { fromOn, toOn }: Period): boolean {
	const within = spans.filter((span) => span.fromOn <= toOn && span.toOn >= fromOn);
	const months = within.reduce((sum, span) => sum + monthsIn(span), 0);
	return within.every((span) => isWithin(span, { fromOn, toOn })) && months === monthsIn({ fromOn, toOn });
}

/** Whether a span lies in a period. */
export const isWithin = (span: Period, period: Period): boolean =>
	span.fromOn >= period.fromOn && span.toOn <= period.toOn;

const monthsIn = (period: Period) => monthsOf(period).length;

/** The block of a cell: the year itself for a cell without one. */
export const blockOf = (year: number, { fromOn, toOn }: ReleasedCell): Period => ({
	fromOn: fromOn ?? yearBounds(year).fromOn,
	toOn: toOn ?? yearBounds(year).toOn
});
