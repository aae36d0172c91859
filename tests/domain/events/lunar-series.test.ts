import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { yearOf } from '$lib/domain/calendar/calendar';
import { lunarOf } from '$lib/server/calendar/lunar';
import { after, anyDay } from './repeat-dates';

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
