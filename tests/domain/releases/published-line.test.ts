import { fc, test as property } from '../../properties';
import { describe, expect, it } from 'vitest';
import { monthBounds, monthBoundsOf } from '../../../src/lib/domain/calendar/calendar';
import { monthsOf, type Period } from '../../../src/lib/domain/calendar/reporting-period';
import type { Span } from '../../../src/lib/domain/releases/release';
import { compareLines, sumOfSpans, publishedUntil } from '../../../src/lib/domain/releases/published-line';

const from = 2023;
const count = 36;
const monthAt = (at: number) => ({ year: from + Math.floor(at / 12), month: (at % 12) + 1 });
const period = (first: number, last: number): Period => ({
	fromOn: monthBounds(monthAt(first).year, monthAt(first).month).fromOn,
	toOn: monthBounds(monthAt(last).year, monthAt(last).month).toOn
});
const monthsIn = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

interface Line {
	spans: Span[];
	/** Of each of the 36 months, the span that it lies in. */
	ofMonth: (Span | undefined)[];
}

/** Three years, the months of each cut into spans as they come, the last months of some not released. */
const lines: fc.Arbitrary<Line> = fc
	.array(
		fc.record({
			cuts: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
			published: fc.integer({ min: 0, max: 12 }),
			values: fc.array(fc.nat(30), { minLength: 12, maxLength: 12 })
		}),
		{ minLength: 3, maxLength: 3 }
	)
	.map((years) => {
		const line: Line = { spans: [], ofMonth: [] };
		for (const [nth, { cuts, published, values }] of years.entries()) {
			let first = 0;
			for (let month = 0; month < published; month++) {
				if (!cuts[month] && month < published - 1) continue;
				const span = { ...period(nth * 12 + first, nth * 12 + month), value: values[month]! };
				line.spans.push(span);
				for (const at of monthsIn(nth * 12 + first, nth * 12 + month)) line.ofMonth[at] = span;
				first = month + 1;
			}
		}
		return line;
	});

const ranges = fc
	.tuple(fc.nat(count - 1), fc.nat(count - 1))
	.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);

/** Month by month: null where a month has no span, or shares it with one outside. */
function sumOf({ ofMonth }: Line, [first, last]: readonly [number, number]): number | null {
	const spans = new Set(monthsIn(first, last).map((at) => ofMonth[at]));
	const isOutside = (at: number) => ofMonth[at] !== undefined && spans.has(ofMonth[at]);
	if (spans.has(undefined) || monthsIn(0, count - 1).some((at) => (at < first || at > last) && isOutside(at)))
		return null;
	return [...spans].reduce((sum, span) => sum + span!.value, 0);
}

describe('a sum of spans', () => {
	property.prop([lines, ranges])('is of whole spans that fill the period, or is not', (line, range) => {
		expect(sumOfSpans(line.spans, period(...range))).toBe(sumOf(line, range));
	});

	property.prop([lines, ranges])('is none of a period that ends within a month', (line, range) => {
		const { fromOn, toOn } = period(...range);
		expect(sumOfSpans(line.spans, { fromOn, toOn: `${toOn.slice(0, 8)}15` })).toBeNull();
		expect(sumOfSpans(line.spans, { fromOn: `${fromOn.slice(0, 8)}02`, toOn })).toBeNull();
		expect(sumOfSpans(line.spans, { fromOn: toOn, toOn: fromOn })).toBeNull();
	});

	property.prop([lines, ranges])('is known up to the last day that spans fill without a gap', (line, range) => {
		const [first, last] = range;
		const until = publishedUntil(line.spans, period(...range));
		const ends = monthsIn(first, last).filter((at) => sumOf(line, [first, at]) !== null);
		expect(until).toBe(ends.length === 0 ? null : period(first, ends.at(-1)!).toOn);
	});
});

it('spans fill a period in whatever order they are listed', () => {
	const spans = [2, 1, 0].map((at) => ({ ...period(at, at), value: 5 }));
	expect(publishedUntil(spans, period(0, 11))).toBe('2023-03-31');
});

describe('two stretches of months side by side', () => {
	property.prop([lines, ranges, fc.nat(count - 1)])(
		'cover the range once and cut no span',
		(line, [first, last], before) => {
			const length = Math.min(last - first, count - 1 - before);
			const earlier: [number, number] = [before, before + length];
			const stretches = compareLines(line.spans, period(first, last), period(...earlier));
			expect(
				stretches.flatMap(({ month, toMonth }) =>
					monthsOf({ fromOn: monthBoundsOf(month).fromOn, toOn: monthBoundsOf(toMonth).toOn })
				)
			).toEqual(monthsOf(period(first, last)));
			let at = 0;
			for (const { month, toMonth, now, before: was } of stretches) {
				const end =
					at + monthsOf({ fromOn: monthBoundsOf(month).fromOn, toOn: monthBoundsOf(toMonth).toOn }).length - 1;
				expect(now).toBe(sumOf(line, [first + at, first + end]));
				expect(was).toBe(end <= length ? sumOf(line, [before + at, before + end]) : null);
				at = end + 1;
			}
		}
	);

	it('end with the range, though a span before goes on beyond it', () => {
		const spans = [
			{ ...period(0, 1), value: 7 },
			{ ...period(12, 12), value: 4 }
		];
		expect(compareLines(spans, period(12, 12), period(0, 1))).toMatchObject([
			{ month: '2024-01', toMonth: '2024-01', now: 4, before: null }
		]);
	});

	it('tell no month of which the other period has only a part', () => {
		const spans = [10, 11, 22].map((at) => ({ ...period(at, at), value: at }));
		const sameDays = { fromOn: '2023-11-01', toOn: '2023-12-01' };
		expect(compareLines(spans, period(22, 23), sameDays)).toMatchObject([
			{ month: '2024-11', toMonth: '2024-11', now: 22, before: 10 },
			{ month: '2024-12', toMonth: '2024-12', now: null, before: null }
		]);
		expect(compareLines(spans, period(22, 23), period(10, 11)).at(-1)).toMatchObject({ before: 11 });
	});

	it('are as short as both lines let them be', () => {
		const spans = [
			{ ...period(0, 1), value: 7 },
			{ ...period(2, 2), value: 3 },
			{ ...period(12, 12), value: 4 },
			{ ...period(13, 14), value: 5 }
		];
		expect(compareLines(spans, period(12, 15), period(0, 3))).toMatchObject([
			{ month: '2024-01', toMonth: '2024-03', now: 9, before: 10 },
			{ month: '2024-04', toMonth: '2024-04', now: null, before: null }
		]);
	});
});
