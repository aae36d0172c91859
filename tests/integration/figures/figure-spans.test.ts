import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../src/lib/domain/calendar/calendar';
import type { Period } from '../../../src/lib/domain/calendar/reporting-period';
import { monthSpansOf, spansOf, type Spans } from '../../../src/lib/server/db/figures/figure-spans';

const text = (spans: readonly Spans[]) =>
	spans.map(({ from, to, sign }) => `${sign > 0 ? '+' : '-'}${from}${to === from ? '' : `..${to}`}`).join(' ');

/** How often each day of a period and around it lies in the spans. */
function timesOf(spans: readonly Spans[], on: string): number {
	return spans
		.filter(({ from, to }) => from <= on.slice(0, from.length) && on.slice(0, to.length) <= to)
		.reduce((sum, { sign }) => sum + sign, 0);
}

const periods = fc
	.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 900 }))
	.map(([start, length]): Period => {
		const fromOn = addDays('2022-12-01', start);
		return { fromOn, toOn: addDays(fromOn, length) };
	});

describe('the spans of a period', () => {
	it('are whole years, months and days, or more than the period without the rest', () => {
		expect(text(spansOf({ fromOn: '2024-01-01', toOn: '2024-12-31' }))).toBe('+2024');
		expect(text(spansOf({ fromOn: '2026-01-01', toOn: '2026-03-10' }))).toBe(
			'+2026-01..2026-02 +2026-03-01..2026-03-10'
		);
		expect(text(spansOf({ fromOn: '2026-01-01', toOn: '2026-11-29' }))).toBe('+2026 -2026-11-30 -2026-12');
		expect(text(spansOf({ fromOn: '0001-01-01', toOn: '2024-12-31' }))).toBe('+0001..2024');
		expect(spansOf({ fromOn: '2024-01-02', toOn: '2024-01-01' })).toEqual([]);
	});

	it('by month are months and the days at both ends', () => {
		expect(text(monthSpansOf({ fromOn: '2023-11-17', toOn: '2024-02-09' }))).toBe(
			'+2023-11-17..2023-11-30 +2023-12..2024-01 +2024-02-01..2024-02-09'
		);
		expect(text(monthSpansOf({ fromOn: '2024-01-01', toOn: '2024-12-31' }))).toBe('+2024-01..2024-12');
		expect(text(monthSpansOf({ fromOn: '2024-01-30', toOn: '2024-02-03' }))).toBe(
			'+2024-01-30..2024-01-31 +2024-02-01..2024-02-03'
		);
	});

	it('hold every day of the period once, and no other', () => {
		fc.assert(
			fc.property(periods, (period) => {
				for (const spans of [spansOf(period), monthSpansOf(period)]) {
					for (let on = '2022-11-01'; on < '2029-12-31'; on = addDays(on, 1)) {
						const times = timesOf(spans, on);
						if (times !== Number(period.fromOn <= on && on <= period.toOn)) expect({ period, on, times }).toBe(null);
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('are far fewer than its days', () => {
		fc.assert(
			fc.property(periods, (period) => {
				const days = spansOf(period)
					.filter(({ grain }) => grain === 'day')
					.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
				expect(days).toBeLessThanOrEqual(32);
			})
		);
	});
});
