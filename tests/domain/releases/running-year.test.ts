import { fc, test as property } from '../../properties';
import { describe, expect } from 'vitest';
import { monthBounds } from '../../../src/lib/domain/calendar/calendar';
import { isFew } from '../../../src/lib/domain/figures/small-numbers';
import type { Release, Span } from '../../../src/lib/domain/releases/release';
import { spansOf } from '../../../src/lib/domain/releases/spans';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { closedMonth } from '../../../src/lib/domain/releases/town-line';
import { yearOf } from './demo-year';

const year = 2026;
const figure = 'banquets-held';
const nth = (on: string) => Number(on.slice(5, 7));
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** A year as it comes in: what each month comes to, in which order the months are closed, and after which closing each is known. */
const years = fc.record({
	months: fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 40 })), {
		minLength: 12,
		maxLength: 12
	}),
	order: fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 12 }),
	knownFrom: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) }), {
		minLength: 12,
		maxLength: 12
	}),
	/** How many months passed before the ledger began. */
	begins: fc.constantFrom(0, 0, 0, 1, 4),
	// The year before may be closed only while this one runs.
	last: fc.record({ total: fc.constantFrom(5, 24, 72), from: fc.nat(13) })
});

type Running = typeof years extends fc.Arbitrary<infer Year> ? Year : never;

/** The spans that are released at each closing, and once more when all is known. */
function closings({
	months,
	order,
	knownFrom,
	begins,
	last
}: Running): { closedTo: number; added: Span[]; all: Span[] }[] {
	const releases: Release[] = [];
	return [...order, 12].map((_, at) => {
		const closed = order.slice(0, at + 1).map((month) => monthBounds(year, month));
		const closedTo = closedMonth(year, closed);
		const known = months.slice(0, closedTo).map((value, month) => (knownFrom[month]! <= at ? value : null));
		const added = tellYear(
			{ ...yearOf(year, []), closedTo, lines: [{ figure, begins, months: known }], totals: [] },
			{ releases, lastTotals: new Map(last.from <= at ? [[figure, last.total]] : []), earlier: [], lastCoverage: null }
		);
		releases.push(...added);
		return { closedTo, added: spansOf(added, figure), all: spansOf(releases, figure) };
	});
}

describe('a year that is closed month by month, in any order, some months reported late', () => {
	property.prop([years])(
		'is released in spans without gap or overlap, from the first month of its ledger on',
		(running) => {
			for (const { all } of closings(running))
				for (const [at, { fromOn }] of all.entries())
					expect(nth(fromOn)).toBe(at === 0 ? running.begins + 1 : nth(all[at - 1]!.toOn) + 1);
		}
	);

	property.prop([years])(
		'has spans of none or at least three that add up to the year with what is not released',
		(running) => {
			const { all } = closings(running).at(-1)!;
			for (const { fromOn, toOn, value } of all) {
				expect(value).toBe(sumOf(running.months.slice(nth(fromOn) - 1, nth(toOn))));
				expect(isFew(value)).toBe(false);
			}
			const rest = sumOf(running.months.slice(all.length === 0 ? running.begins : nth(all.at(-1)!.toOn)));
			expect(sumOf(all.map(({ value }) => value)) + rest).toBe(sumOf(running.months.slice(running.begins)));
			expect(all.length === 0 || rest < 3, 'all is released but one or two').toBe(true);
		}
	);

	property.prop([years])(
		'releases no month that is open or not known, and the end of a year only as a whole',
		(running) => {
			for (const [at, { closedTo, added }] of closings(running).entries())
				for (const { fromOn, toOn } of added) {
					expect(nth(toOn)).toBeLessThanOrEqual(closedTo);
					expect(running.knownFrom.slice(nth(fromOn) - 1, nth(toOn)).every((from) => from <= at)).toBe(true);
					if (nth(toOn) > 10) expect(closedTo).toBe(12);
				}
		}
	);

	property.prop([years])('is never released anew', (running) => {
		const all = closings(running);
		for (const [at, { added }] of all.entries())
			expect(all[at]!.all, 'what was released stays').toEqual([...(all[at - 1]?.all ?? []), ...added]);
	});
});
