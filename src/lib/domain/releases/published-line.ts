// What a reader may be given of a line: sums of published spans, and two lines side by side.
import { addMonths, monthBoundsOf } from '../calendar/calendar';
import { monthsOf, type Period } from '../calendar/reporting-period';
import { isUnionOf, isWithin } from './blocks';
import type { Span } from './release';

/** What the spans of a period come to. Null where they do not fill it, or one of them reaches over it. */
export function sumOfSpans(spans: readonly Span[], period: Period): number | null {
	if (period.fromOn > period.toOn || !isUnionOf(spans, period)) return null;
	return spans.filter((span) => isWithin(span, period)).reduce((sum, { value }) => sum + value, 0);
}

/** The last day up to which a period is filled by spans from its first day on; null where not even the first month is. */
export function publishedUntil(spans: readonly Period[], { fromOn, toOn }: Period): string | null {
	const inOrder = spans
		.filter((span) => isWithin(span, { fromOn, toOn }))
		.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
	let [next, until]: [string, string | null] = [fromOn, null];
	for (const span of inOrder) {
		// What was taken back more than once may have been cut in other ways.
		if (span.fromOn < next) continue;
		if (span.fromOn !== next) break;
		until = span.toOn;
		next = monthBoundsOf(addMonths(`${span.toOn.slice(0, 7)}-01`, 1)).fromOn;
	}
	return until;
}

/** A stretch of months, the same in two lines, that both can tell. */
export interface Stretch {
	/** Its first month and its last (YYYY-MM), of the first line. */
	month: string;
	toMonth: string;
	/** Its days in the first line, and in the second; null where that has none there. */
	days: Period;
	daysBefore: Period | null;
	now: number | null;
	before: number | null;
}

/**
 * The months of a range beside as many months of another, in the shortest stretches that cut no span of either, nor one of `seen`. A month without a
 * span is a stretch of its own where the other line lets it. A month of which only a part is in its period has no number: the whole is more than is
 * compared.
 */
export function compareLines(
	spans: readonly Span[],
	range: Period,
	before: Period,
	seen: readonly Period[] = spans
): Stretch[] {
	const [months, earlier] = [monthsOf(range), monthsOf(before).slice(0, monthsOf(range).length)];
	const cuts = [joined(seen, months), joined(seen, earlier)];
	const stretches: Stretch[] = [];
	for (let from = 0; from < months.length;) {
		let to = from;
		while (cuts.some((isJoined) => isJoined.has(to))) to++;
		const daysOf = (list: readonly string[]) => {
			const [first, last] = [list[from], list[to]];
			return first && last ? boundsOf(first, last) : null;
		};
		const of = (days: Period | null, whole: Period) => (days && isWithin(days, whole) ? sumOfSpans(spans, days) : null);
		const [days, daysBefore] = [daysOf(months)!, daysOf(earlier)];
		stretches.push({
			...{ month: months[from]!, toMonth: months[to]!, days, daysBefore },
			...{ now: of(days, range), before: of(daysBefore, before) }
		});
		from = to + 1;
	}
	return stretches;
}

const boundsOf = (first: string, last: string): Period => ({
	fromOn: monthBoundsOf(first).fromOn,
	toOn: monthBoundsOf(last).toOn
});

/** The months, by their place, that a span joins with the next one. Place −1, of months that are not among them, is asked of by none. */
function joined(spans: readonly Period[], months: readonly string[]): Set<number> {
	const places = new Set<number>();
	for (const span of spans)
		for (const month of monthsOf(span).slice(0, -1)) {
			const at = months.indexOf(month);
			if (at < months.length - 1) places.add(at);
		}
	return places;
}
