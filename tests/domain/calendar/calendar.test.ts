import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import {
	addDays,
	addMonths,
	daysBetween,
	isDate,
	monthBounds,
	monthOf,
	weekdayOf,
	yearBounds,
	yearOf
} from '$lib/domain/calendar/calendar';

const date = fc
	.date({ min: new Date('1949-10-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
	.map((at) => at.toISOString().slice(0, 10));

test.each([
	['2024-02-29', true],
	['2023-02-29', false],
	['1900-02-29', false],
	['2000-02-29', true],
	['2024-04-31', false],
	['2024-00-10', false],
	['2024-13-01', false],
	['2024-01-00', false],
	['2024-1-1', false],
	['2024-01-01T00:00', false],
	['', false]
])('whether %s is a real date: %s', (text, isReal) => {
	expect(isDate(text)).toBe(isReal);
});

describe('counting in dates', () => {
	test.each([
		['2024-02-28', 1, '2024-02-29'],
		['2024-12-31', 1, '2025-01-01'],
		['2024-03-01', -1, '2024-02-29'],
		['1986-05-03', 1, '1986-05-04'],
		['2024-05-05', 0, '2024-05-05']
	])('%s and %i days is %s', (on, days, later) => {
		expect(addDays(on, days)).toBe(later);
	});

	test.each([
		['2024-08-31', 6, '2025-02-28'],
		['2023-08-31', 6, '2024-02-29'],
		['2024-01-31', 1, '2024-02-29'],
		['2024-03-31', -1, '2024-02-29'],
		['2024-02-29', -12, '2023-02-28'],
		['2024-11-15', 2, '2025-01-15'],
		['2024-01-15', -1, '2023-12-15'],
		['2024-05-31', 0, '2024-05-31']
	])('%s and %i months is %s, within the month', (on, months, later) => {
		expect(addMonths(on, months)).toBe(later);
	});

	test.prop([date, fc.integer({ min: -2000, max: 2000 })])('days added are the days between', (on, days) => {
		expect(daysBetween(on, addDays(on, days))).toBe(days);
	});

	test.prop([date, fc.integer({ min: -600, max: 600 })])('months added land in that month', (on, months) => {
		const later = addMonths(on, months);
		expect(yearOf(later) * 12 + monthOf(later)).toBe(yearOf(on) * 12 + monthOf(on) + months);
		expect(later.slice(8) <= on.slice(8)).toBe(true);
	});

	test('the days of the week begin with Sunday, 0', () => {
		expect(['2024-03-03', '2024-03-04', '2024-03-09'].map(weekdayOf)).toEqual([0, 1, 6]);
	});

	test('a month and a year are bounded by their own first and last day', () => {
		expect(monthBounds(2024, 2)).toEqual({ fromOn: '2024-02-01', toOn: '2024-02-29' });
		expect(monthBounds(2023, 12)).toEqual({ fromOn: '2023-12-01', toOn: '2023-12-31' });
		expect(yearBounds(2024)).toEqual({ fromOn: '2024-01-01', toOn: '2024-12-31' });
	});
});
