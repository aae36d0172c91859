import { describe, expect, test } from 'vitest';
import { fromLunar, lunarMonthsOf } from '$lib/server/calendar/lunar';

describe('the dates birthday-banquets.md lists', () => {
	test.each([
		[2020, 4, '2020-05-23'],
		[2023, 2, '2023-03-22'],
		[2025, 6, '2025-07-25'],
		[2028, 5, '2028-06-23']
	])('the leap month of %i is the %i. and begins on %s', (year, month, firstOn) => {
		expect(lunarMonthsOf(year).filter(({ isLeap }) => isLeap)).toMatchObject([{ month, firstOn }]);
	});

	test('2026 and 2027 have none, and 2026 no 30th of the second month', () => {
		for (const year of [2026, 2027]) expect(lunarMonthsOf(year)).toHaveLength(12);
		expect(fromLunar({ year: 2026, month: 2, day: 30, isLeap: false })).toBeNull();
		expect(fromLunar({ year: 2026, month: 6, day: 1, isLeap: true })).toBeNull();
	});

	test.each([
		['春节 2026', { year: 2026, month: 1, day: 1 }, '2026-02-17'],
		['端午 2026', { year: 2026, month: 5, day: 5 }, '2026-06-19'],
		['中秋 2026', { year: 2026, month: 8, day: 15 }, '2026-09-25'],
		['春节 2027', { year: 2027, month: 1, day: 1 }, '2027-02-06']
	])('%s', (_, day, on) => {
		expect(fromLunar({ ...day, isLeap: false })).toBe(on);
	});
});
