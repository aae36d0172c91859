import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
	cadences,
	isAgeInvited,
	leadDays,
	nextWindow,
	suggestDay,
	windowOf,
	windowsAYear
} from '$lib/domain/birthdays/birthday-window';
import { addDays, daysBetween, weekdayOf } from '$lib/domain/calendar/calendar';
import { birthdayFor, datesOf, windowAt } from '$lib/server/birthdays/birthdays';
import { lunar, solar } from './birth-dates';

describe('a window of birthdays', () => {
	test('of lunar months 3–4 in 2026 is from 2026-04-17 to 2026-06-14', () => {
		expect(datesOf('lunar', { year: 2026, firstMonth: 3, lastMonth: 4 })).toEqual({
			fromOn: '2026-04-17',
			toOn: '2026-06-14'
		});
	});

	test('takes a leap month in with the month whose number it bears', () => {
		const { fromOn, toOn } = datesOf('lunar', { year: 2025, firstMonth: 5, lastMonth: 6 });
		expect(daysBetween(fromOn, toOn) + 1).toBe(29 + 30 + 29);
		expect(fromOn <= '2025-07-25' && toOn > '2025-07-25').toBe(true);
	});

	property.prop([fc.constantFrom(...cadences), fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 })])(
		'holds its month, and the windows of a year follow each other without gap',
		(cadence, year, month) => {
			const window = windowOf(cadence, { year, month });
			expect(window.firstMonth <= month && month <= window.lastMonth).toBe(true);
			const next = nextWindow(cadence, window);
			expect(daysBetween(datesOf('lunar', window).toOn, datesOf('lunar', next).fromOn)).toBe(1);
			let walked = window;
			for (let nth = 0; nth < windowsAYear(cadence); nth++) walked = nextWindow(cadence, walked);
			expect(walked).toEqual({ ...window, year: year + 1 });
		}
	);

	test('is found for a day in the series’s own calendar', () => {
		const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months' } as const;
		expect(windowAt({ ...rule, calendar: 'lunar' }, '2026-02-16')).toEqual({
			year: 2025,
			firstMonth: 11,
			lastMonth: 12
		});
		expect(windowAt({ ...rule, calendar: 'solar' }, '2026-02-16')).toEqual({ year: 2026, firstMonth: 1, lastMonth: 2 });
	});
});

describe('who is invited for a window', () => {
	const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;
	const window = { year: 2026, firstMonth: 3, lastMonth: 4 };

	test('is everyone whose birthday falls in it and who reaches the age', () => {
		expect(birthdayFor(lunar(1946, 3, 1), rule, window)).toEqual({ on: '2026-04-17', age: 81 });
		expect(birthdayFor(lunar(1967, 4, 29), rule, window)).toMatchObject({ age: 60 });
		expect(birthdayFor(lunar(1968, 3, 1), rule, window)).toBeNull();
		expect(birthdayFor(lunar(1946, 5, 1), rule, window)).toBeNull();
	});

	test('counts the age as the series says, reached by the end of the window', () => {
		const full = { ...rule, ageKind: 'full' } as const;
		expect(birthdayFor(lunar(1967, 4, 1), full, window)).toBeNull();
		expect(birthdayFor(solar('1966-06-14'), full, window)).toEqual({ on: '2026-06-14', age: 60 });
	});

	test('at a yearly banquet are the round ages alone (逢五逢十)', () => {
		expect(isAgeInvited({ age: 80, threshold: 60, cadence: 'yearly' })).toBe(true);
		expect(isAgeInvited({ age: 81, threshold: 60, cadence: 'yearly' })).toBe(false);
		expect(isAgeInvited({ age: 55, threshold: 60, cadence: 'yearly' })).toBe(false);
		expect(isAgeInvited({ age: 81, threshold: 60, cadence: 'monthly' })).toBe(true);
	});

	property.prop([fc.integer({ min: 0, max: 800 }), fc.integer({ min: 28, max: 400 })])(
		'is asked to a suggested Saturday, not before there was time to ring',
		(offset, length) => {
			const fromOn = addDays('2026-01-01', offset);
			const on = suggestDay({ fromOn, toOn: addDays(fromOn, length), today: '2026-03-02' });
			expect(weekdayOf(on)).toBe(6);
			expect(daysBetween('2026-03-02', on)).toBeGreaterThanOrEqual(leadDays);
		}
	);
});
