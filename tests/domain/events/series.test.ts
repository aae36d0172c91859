import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { monthBounds, monthOf, weekdayOf, yearOf } from '$lib/domain/calendar/calendar';
import { datesAfter, nthOfMonth, type RepeatRule } from '$lib/domain/events/series';
import { addLunarMonths, lunarOf } from '$lib/server/calendar/lunar';

const after = (rule: RepeatRule, firstOn: string, times: number, every = 1) =>
	datesAfter(firstOn, { rule, every }, times, (on, months) => addLunarMonths(on, months, every));

const anyDay = fc
	.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2080-12-31T00:00:00Z'), noInvalidDate: true })
	.map((at) => at.toISOString().slice(0, 10));

describe('by the solar calendar', () => {
	test('every week and every other week on the same weekday', () => {
		expect(after('weekly', '2026-12-24', 2)).toEqual(['2026-12-31', '2027-01-07']);
		expect(after('weekly', '2026-12-24', 2, 2)).toEqual(['2027-01-07', '2027-01-21']);
	});

	test('the 31st is the last day of a short month, and the 31st again in a long one', () => {
		expect(after('monthly-day', '2027-12-31', 4)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
		expect(after('monthly-day', '2026-11-15', 2, 3)).toEqual(['2027-02-15', '2027-05-15']);
	});

	test('the second Saturday stays the second, the fifth is the last where there are but four', () => {
		expect(after('monthly-weekday', '2026-11-14', 3)).toEqual(['2026-12-12', '2027-01-09', '2027-02-13']);
		expect(after('monthly-weekday', '2026-10-31', 3)).toEqual(['2026-11-28', '2026-12-26', '2027-01-30']);
	});

	test.prop([anyDay, fc.integer({ min: 1, max: 12 })])(
		'a monthly weekday keeps weekday, month and rank',
		(on, every) => {
			for (const [nth, next] of after('monthly-weekday', on, 5, every).entries()) {
				expect(weekdayOf(next)).toBe(weekdayOf(on));
				const months = (day: string) => yearOf(day) * 12 + monthOf(day);
				expect(months(next)).toBe(months(on) + (nth + 1) * every);
				const isLast = monthBounds(yearOf(next), monthOf(next)).toOn.slice(8) < String(Number(next.slice(8)) + 7);
				expect(nthOfMonth(next) === nthOfMonth(on) || (nthOfMonth(on) === 5 && isLast)).toBe(true);
			}
		}
	);
});

describe('by the lunar calendar', () => {
	test.each([
		['2026-11-24', '十月十六'],
		['2025-07-25', '闰六月初一'],
		['2026-02-17', '正月初一'],
		['2026-09-25', '八月十五']
	])('%s is %s', (on, name) => {
		expect(lunarOf(on).name).toBe(name);
	});

	test('month after month on the same lunar day, leap months too', () => {
		const names = after('lunar-day', '2025-06-10', 3).map((on) => lunarOf(on).name);
		expect([lunarOf('2025-06-10').name, ...names]).toEqual(['五月十五', '六月十五', '闰六月十五', '七月十五']);
	});

	test('every twelve months is the same lunar date next year, whether or not a leap month lies between', () => {
		const names = after('lunar-day', '2024-10-11', 3, 12).map((on) => [yearOf(on), lunarOf(on).name]);
		expect(names).toEqual([
			[2025, '九月初九'],
			[2026, '九月初九'],
			[2027, '九月初九']
		]);
	});

	test('the 30th of a month of 29 days is its 29th, and the 30th again in a long one', () => {
		expect(lunarOf('2026-12-08').day).toBe(30);
		const days = after('lunar-day', '2026-12-08', 14).map((on) => lunarOf(on).day);
		expect(new Set(days)).toEqual(new Set([29, 30]));
	});

	test.prop([anyDay, fc.integer({ min: 1, max: 30 })])('the dates come one after another', (on, times) => {
		const dates = [on, ...after('lunar-day', on, times)];
		expect([...dates].sort()).toEqual(dates);
		expect(new Set(dates).size).toBe(dates.length);
	});
});
