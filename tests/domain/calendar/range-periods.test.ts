import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, monthBounds } from '../../../src/lib/domain/calendar/calendar';
import {
	comparisons,
	monthsOf,
	quarterBounds,
	rangePeriods,
	type Comparison
} from '../../../src/lib/domain/calendar/reporting-period';

describe('rangePeriods of a month or a quarter', () => {
	const later = '2026-03-10';
	const monthPeriods = ({ year, month }: { year: number; month: number }, today: string, by?: Comparison) =>
		rangePeriods(monthBounds(year, month), today, by);
	const quarterPeriods = ({ year, quarter }: { year: number; quarter: number }, today: string, by?: Comparison) =>
		rangePeriods(quarterBounds(year, quarter), today, by);

	it('同比 is the same month or quarter of the year before, 29 February with all of it', () => {
		expect(monthPeriods({ year: 2025, month: 2 }, later)).toEqual({
			now: { fromOn: '2025-02-01', toOn: '2025-02-28' },
			before: { fromOn: '2024-02-01', toOn: '2024-02-29' },
			isPart: false
		});
		expect(monthPeriods({ year: 2024, month: 2 }, later).before).toEqual({ fromOn: '2023-02-01', toOn: '2023-02-28' });
		expect(quarterPeriods({ year: 2025, quarter: 3 }, later)).toEqual({
			now: { fromOn: '2025-07-01', toOn: '2025-09-30' },
			before: { fromOn: '2024-07-01', toOn: '2024-09-30' },
			isPart: false
		});
	});

	it('环比 is the whole month or quarter just before, over the turn of the year too', () => {
		const by = 'period-before';
		const march = monthPeriods({ year: 2024, month: 3 }, later, by);
		expect(march.before).toEqual({ fromOn: '2024-02-01', toOn: '2024-02-29' });
		const january = monthPeriods({ year: 2024, month: 1 }, later, by);
		expect(january.before).toEqual({ fromOn: '2023-12-01', toOn: '2023-12-31' });
		const first = quarterPeriods({ year: 2025, quarter: 1 }, later, by);
		expect(first.before).toEqual({ fromOn: '2024-10-01', toOn: '2024-12-31' });
	});

	it('running, go up to today against the same part', () => {
		const month = { year: 2026, month: 3 };
		expect(monthPeriods(month, later)).toEqual({
			now: { fromOn: '2026-03-01', toOn: '2026-03-10' },
			before: { fromOn: '2025-03-01', toOn: '2025-03-10' },
			isPart: true
		});
		expect(monthPeriods(month, later, 'period-before').before).toEqual({ fromOn: '2026-02-01', toOn: '2026-02-10' });
		expect(monthPeriods(month, '2026-03-30', 'period-before').before.toOn).toBe('2026-02-28');
		const quarter = quarterPeriods({ year: 2026, quarter: 2 }, '2026-05-31', 'period-before');
		expect(quarter.before).toEqual({ fromOn: '2026-01-01', toOn: '2026-02-28' });
	});

	it('a quarter is three months', () => {
		expect(monthsOf(quarterBounds(2024, 4))).toEqual(['2024-10', '2024-11', '2024-12']);
	});
});

describe('rangePeriods', () => {
	it('compares the same dates, and as many days just before', () => {
		const range = { fromOn: '2024-12-20', toOn: '2025-01-10' };
		expect(rangePeriods(range, '2026-03-02').before).toEqual({ fromOn: '2023-12-20', toOn: '2024-01-10' });
		expect(rangePeriods(range, '2026-03-02', 'period-before').before).toEqual({
			fromOn: '2024-11-28',
			toOn: '2024-12-19'
		});
	});

	it('from or to 29 February is compared with 28 February', () => {
		const range = { fromOn: '2024-02-10', toOn: '2024-02-29' };
		expect(rangePeriods(range, '2026-03-02').before).toEqual({ fromOn: '2023-02-10', toOn: '2023-02-28' });
		const day = { fromOn: '2024-02-29', toOn: '2024-02-29' };
		expect(rangePeriods(day, '2026-03-02').before).toEqual({ fromOn: '2023-02-28', toOn: '2023-02-28' });
	});

	it('compares whole months with whole months', () => {
		const range = { fromOn: '2025-01-01', toOn: '2025-02-28' };
		expect(rangePeriods(range, '2026-03-02').before.toOn).toBe('2024-02-29');
		expect(rangePeriods(range, '2026-03-02', 'period-before').before).toEqual({
			fromOn: '2024-11-01',
			toOn: '2024-12-31'
		});
	});

	it('running, is compared with the same part, not with the end of the one before', () => {
		const range = { fromOn: '2026-02-10', toOn: '2026-03-11' };
		expect(rangePeriods(range, '2026-02-14', 'period-before')).toEqual({
			now: { fromOn: '2026-02-10', toOn: '2026-02-14' },
			before: { fromOn: '2026-01-11', toOn: '2026-01-15' },
			isPart: true
		});
	});

	it('always compares with an earlier period, and 环比 never overlaps', () => {
		const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2004-01-01', days));
		fc.assert(
			fc.property(day, fc.nat(900), fc.nat(1200), fc.constantFrom(...comparisons), (fromOn, length, until, by) => {
				const range = { fromOn, toOn: addDays(fromOn, length) };
				const { now, before, isPart } = rangePeriods(range, addDays(fromOn, until), by);
				expect(isPart).toBe(until < length);
				expect(before.fromOn < now.fromOn && before.toOn < now.toOn).toBe(true);
				if (by === 'period-before') expect(before.toOn < now.fromOn).toBe(true);
				const differ = daysBetween(before.fromOn, before.toOn) - daysBetween(now.fromOn, now.toOn);
				// Months are of different length: up to three days each quarter of a year.
				expect(Math.abs(differ)).toBeLessThanOrEqual(by === 'year-earlier' ? 1 : 4);
			})
		);
	});
});
