import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
	addDays,
	addMonths,
	dateOf,
	daysBetween,
	instantOf,
	isDate,
	isMonth,
	isTime,
	monthBounds,
	monthOf,
	timeOf,
	weekdayOf,
	yearBounds,
	yearOf
} from '$lib/domain/calendar/calendar';

const date = fc
	.date({ min: new Date('1949-10-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
	.map((at) => at.toISOString().slice(0, 10));

describe('instants and the town’s clock', () => {
	test.each([
		['2024-03-04T16:00:00Z', '2024-03-05', '00:00'],
		['2024-03-04T15:59:59Z', '2024-03-04', '23:59'],
		['2024-12-31T16:00:00Z', '2025-01-01', '00:00'],
		['2024-02-29T04:30:00Z', '2024-02-29', '12:30'],
		['1990-07-01T00:00:00Z', '1990-07-01', '09:00'],
		['1990-12-01T00:00:00Z', '1990-12-01', '08:00'],
		['1970-01-01T00:00:00Z', '1970-01-01', '08:00']
	])('%s is %s %s in Shanghai, and back', (utc, on, time) => {
		const at = Date.parse(utc);
		expect([dateOf(at), timeOf(at)]).toEqual([on, time]);
		expect(instantOf(on, time)).toBe(Math.floor(at / 60_000) * 60_000);
	});

	test.prop([fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 0, 1) })])(
		'date and time of an instant lead back to its minute',
		(at) => {
			expect(instantOf(dateOf(at), timeOf(at))).toBe(Math.floor(at / 60_000) * 60_000);
		}
	);

	test('a date or time that does not exist throws instead of sliding to another', () => {
		expect(() => instantOf('2023-02-29', '08:00')).toThrow(RangeError);
		expect(() => instantOf('2024-02-29', '24:00')).toThrow(RangeError);
		expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
	});
});

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

test('times run from 00:00 to 23:59, months from 01 to 12', () => {
	expect(['00:00', '23:59', '24:00', '9:30', '09:60', ''].filter(isTime)).toEqual(['00:00', '23:59']);
	expect(['2024-01', '2024-12', '2024-13', '2024-1', '2024'].filter(isMonth)).toEqual(['2024-01', '2024-12']);
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
