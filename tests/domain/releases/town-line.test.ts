import { describe, expect, it } from 'vitest';
import { monthBounds } from '../../../src/lib/domain/calendar/calendar';
import { closedAfter, closedMonth, stepOf, tellLine, type Step } from '../../../src/lib/domain/releases/town-line';

const line = (months: (number | null)[], closedTo = months.length, over: { publishedTo?: number; step?: Step } = {}) =>
	tellLine({ year: 2026, step: 'month', publishedTo: 0, closedTo, months, ...over }).map(
		({ fromOn, toOn, value }) => `${Number(fromOn.slice(5, 7))}-${Number(toOn.slice(5, 7))}: ${value}`
	);

describe('how finely a line is cut', () => {
	it('is decided by the last closed year', () => {
		expect([null, 0, 23, 24, 71, 72, 161].map(stepOf)).toEqual([
			'quarter',
			'year',
			'year',
			'quarter',
			'quarter',
			'month',
			'month'
		]);
	});
});

describe('the line of a running year', () => {
	it('has a span for each closed month that is none or at least three', () => {
		expect(line([5, 0, 3])).toEqual(['1-1: 5', '2-2: 0', '3-3: 3']);
	});

	it('waits with one or two, and joins them with the next', () => {
		expect(line([5, 2])).toEqual(['1-1: 5']);
		expect(line([5, 2, 4])).toEqual(['1-1: 5', '2-3: 6']);
		expect(line([1, 1, 1, 9])).toEqual(['1-3: 3', '4-4: 9']);
	});

	it('waits with a month that a village has not reported, and with all after it', () => {
		expect(line([5, null, 4, 8])).toEqual(['1-1: 5']);
	});

	it('cuts nothing anew that was released', () => {
		expect(line([5, 2, 4, 6], 4, { publishedTo: 3 })).toEqual(['4-4: 6']);
	});

	it('keeps November until December is closed', () => {
		const months = [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 7];
		expect(line(months, 11, { publishedTo: 9 })).toEqual(['10-10: 5']);
		expect(line([...months, 4], 12, { publishedTo: 10 })).toEqual(['11-11: 7', '12-12: 4']);
		expect(line([...months, 1], 12, { publishedTo: 10 })).toEqual(['11-12: 8']);
		expect(line([...months.slice(0, 10), 1, 9], 12, { publishedTo: 10 })).toEqual(['11-12: 10']);
		expect(line([...months.slice(0, 9), 2, 7, 4], 12, { publishedTo: 9 }), 'October waited').toEqual([
			'10-11: 9',
			'12-12: 4'
		]);
		expect(line([...months.slice(0, 10), 1, 1], 12, { publishedTo: 10 }), 'a last span of two is not released').toEqual(
			[]
		);
	});

	it('is December alone where November is released already, and ends before a December that is not known', () => {
		const months = [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5];
		expect(line([...months, 4], 12, { publishedTo: 11 })).toEqual(['12-12: 4']);
		expect(line([...months, null], 12).slice(-1)).toEqual(['10-10: 5']);
		expect(line([...months, null], 12)).toHaveLength(10);
	});

	it('joins one or two at the end with the span before, where that is not released yet', () => {
		expect(line([9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 1, 1]).slice(-2)).toEqual(['9-9: 9', '10-12: 11']);
		expect(line([9, 9, 9, 9, 9, 9, 9, 4, 0, 0, 0, 2]).slice(-2)).toEqual(['7-7: 9', '8-12: 6']);
		expect(line([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])).toEqual([]);
		expect(line([9, 1, 0, 1, 2, 1, 0, 0, 1, 0, 0, 2], 12, { step: 'quarter' })).toEqual([
			'1-3: 10',
			'4-6: 4',
			'7-12: 3'
		]);
		expect(line([9, 0, 0, 3, 0, 0, 0, 0, 1, 0, 0, 0], 12, { step: 'quarter' })).toEqual(['1-3: 9', '4-12: 4']);
	});

	it('goes by quarter, and keeps the second half together', () => {
		const months = [1, 1, 1, 3, 0, 0, 2, 2, 2, 0, 0, 3];
		const by = (closedTo: number, publishedTo = 0) =>
			line(months.slice(0, closedTo), closedTo, { step: 'quarter', publishedTo });
		expect(by(2)).toEqual([]);
		expect(by(3)).toEqual(['1-3: 3']);
		expect(by(9, 6)).toEqual([]);
		expect(by(12, 6)).toEqual(['7-9: 6', '10-12: 3']);
	});

	it('goes by year where there are few', () => {
		const months = [0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 0, 2];
		expect(line(months.slice(0, 11), 11, { step: 'year' })).toEqual([]);
		expect(line(months, 12, { step: 'year' })).toEqual(['1-12: 6']);
	});
});

describe('the last month that is closed', () => {
	it('is told where it is not published yet: November waits for December', () => {
		const months = (to: number) => [{ fromOn: '2026-01-01', toOn: monthBounds(2026, to).toOn }];
		expect(closedAfter(2026, '2026-10-31', months(11))).toBe('2026-11-30');
		expect(closedAfter(2026, '2026-10-31', months(10))).toBeNull();
		expect(closedAfter(2026, '2026-10-31', [])).toBeNull();
		expect(closedAfter(2026, '2026-12-31', months(12))).toBeNull();
	});

	it('is the last without a gap before it', () => {
		const closed = (...spans: [string, string][]) =>
			closedMonth(
				2026,
				spans.map(([fromOn, toOn]) => ({ fromOn, toOn }))
			);
		expect(closed()).toBe(0);
		expect(closed(['2026-02-01', '2026-02-28'])).toBe(0);
		expect(closed(['2026-01-01', '2026-03-31'], ['2026-04-01', '2026-04-30'])).toBe(4);
		expect(closed(['2026-01-01', '2026-12-31'])).toBe(12);
	});
});
