// The town's line: which spans of a year are published when (decisions/0043, rule 1).
import { monthBounds } from '../calendar/calendar';
import { isFew } from '../figures/small-numbers';
import type { Span } from './release';

export type Step = 'month' | 'quarter' | 'year';

/** From so many a year on, a line is cut into months or into quarters. */
const leastForMonths = 72;
const leastForQuarters = 24;

/** How finely a line is cut, by the total of the last closed year; null where none is closed. */
export function stepOf(lastTotal: number | null): Step {
	if (lastTotal === null) return 'quarter';
	return lastTotal >= leastForMonths ? 'month' : lastTotal >= leastForQuarters ? 'quarter' : 'year';
}

/** The last months of the steps of a year. */
const endsOf: Record<Step, readonly number[]> = {
	month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
	quarter: [3, 6, 9, 12],
	year: [12]
};

/** Whether a number may be read: none, or three and more. Null is unknown. */
export const isFine = (value: number | null): value is number => value !== null && !isFew(value);

/** Whether a number differs by one or two from one of those that were read. */
export const isNearAny = (value: number, seen: readonly number[]): boolean =>
	seen.some((one) => !isFine(Math.abs(one - value)));

interface Line {
	year: number;
	step: Step;
	/** The last month whose span is published already; 0 for none. */
	publishedTo: number;
	/** The last month that is closed, with all before it; 0 for none. */
	closedTo: number;
	/** What the months come to, January first; null where a unit has not reported. */
	months: readonly (number | null)[];
}

/**
 * The spans that are published now. A step that is not fine waits, and is published with the next one. The last two steps of a year are
 * published together, once the year is closed: apart if both are fine, else joined. Spans are never cut anew.
 */
export function tellLine({ year, step, publishedTo, closedTo, months }: Line): Span[] {
	const ends = endsOf[step];
	const spans: Span[] = [];
	let from = publishedTo + 1;
	const sum = (to: number) => sumOf(months.slice(from - 1, to));
	const tell = (to: number, value: number) => {
		spans.push({ fromOn: monthBounds(year, from).fromOn, toOn: monthBounds(year, to).toOn, value });
		from = to + 1;
	};
	for (const end of ends.slice(0, -2)) {
		if (end < from || end > closedTo) continue;
		const value = sum(end);
		if (isFine(value)) tell(end, value);
	}
	if (closedTo < 12 || from > 12) return spans;
	const middle = ends.at(-2) ?? 0;
	const [first, last] = [sum(middle), sumOf(months.slice(middle))];
	if (middle >= from && isFine(first) && isFine(last)) tell(middle, first);
	let rest = sum(12);
	// One or two at the end could be worked out from the year: they join the span before, unless it is published already.
	while (rest !== null && !isFine(rest) && spans.length > 0) {
		from = Number(spans.pop()!.fromOn.slice(5, 7));
		rest = sum(12);
	}
	if (isFine(rest)) tell(12, rest);
	return spans;
}

/** The sum; null where one of them is unknown. */
export function sumOf(values: readonly number[]): number;
export function sumOf(values: readonly (number | null)[]): number | null;
export function sumOf(values: readonly (number | null)[]): number | null {
	let sum = 0;
	for (const value of values) {
		if (value === null) return null;
		sum += value;
	}
	return sum;
}

/** The last month up to which a year's spans are published without a gap; 0 for none. */
export const publishedMonth = (spans: readonly { toOn: string }[]): number =>
	Math.max(0, ...spans.map(({ toOn }) => Number(toOn.slice(5, 7))));

/** The last month of a year that is closed with all before it. `closed`: the periods that are. */
export function closedMonth(year: number, closed: readonly { fromOn: string; toOn: string }[]): number {
	let month = 0;
	while (month < 12) {
		const { fromOn, toOn } = monthBounds(year, month + 1);
		if (!closed.some((period) => period.fromOn <= fromOn && period.toOn >= toOn)) break;
		month++;
	}
	return month;
}

/**
 * The last day of a year that is closed with all before it, where it is later than `until`, the last day that is published (YYYY-MM-DD). Else null: a
 * closed month that is not published waits for later ones (rule 1).
 */
export function closedAfter(
	year: number,
	until: string,
	closed: readonly { fromOn: string; toOn: string }[]
): string | null {
	const month = closedMonth(year, closed);
	const toOn = month === 0 ? null : monthBounds(year, month).toOn;
	return toOn !== null && toOn > until ? toOn : null;
}
