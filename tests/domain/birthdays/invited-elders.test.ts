import { fc, test as property } from '../../properties';
import { describe, expect, test } from 'vitest';
import { isAgeInvited } from '$lib/domain/birthdays/invited-ages';
import { leadDays, suggestDay } from '$lib/domain/birthdays/birthday-window';
import { addDays, daysBetween, weekdayOf } from '$lib/domain/calendar/calendar';
import { birthdaysFor } from '$lib/server/birthdays/birthdays';
import { lunar, solar } from './birth-dates';

describe('who is invited for a window', () => {
	const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;
	const window = { year: 2026, firstMonth: 3, lastMonth: 4 };

	test('is everyone whose birthday falls in it and who reaches the age', () => {
		expect(birthdaysFor(rule, window)(lunar(1946, 3, 1))).toEqual({ on: '2026-04-17', age: 81 });
		expect(birthdaysFor(rule, window)(lunar(1967, 4, 29))).toMatchObject({ age: 60 });
		expect(birthdaysFor(rule, window)(lunar(1968, 3, 1))).toBeNull();
		expect(birthdaysFor(rule, window)(lunar(1946, 5, 1))).toBeNull();
	});

	test('counts the age as the series says', () => {
		const full = { ...rule, ageKind: 'full' } as const;
		expect(birthdaysFor(full, window)(lunar(1967, 4, 1))).toBeNull();
		expect(birthdaysFor(full, window)(solar('1966-06-14'))).toEqual({ on: '2026-06-14', age: 60 });
	});

	test('gets each round age once although a lunar year may hold two birthdays told solar, and the next one none', () => {
		const yearly = { threshold: 70, ageKind: 'full', cadence: 'yearly', calendar: 'lunar' } as const;
		const invited = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].map((year) =>
			birthdaysFor(yearly, { year, firstMonth: 1, lastMonth: 12 })(solar('1953-02-01'))
		);
		expect(invited.filter((each) => each !== null)).toEqual([
			{ on: '2023-02-01', age: 70 },
			{ on: '2028-02-01', age: 75 }
		]);
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

	test.each([
		['2026-03-02', '2026-05-16', 'the middle of the window, which is a Saturday'],
		['2026-05-06', '2026-05-16', 'the last day on which there is time for that'],
		['2026-05-07', '2026-05-23', 'the Saturday after'],
		['2026-05-10', '2026-05-23', 'the first Saturday for which there is time']
	])('on %s is asked to %s: %s', (today, on) => {
		expect(suggestDay({ fromOn: '2026-04-17', toOn: '2026-06-14', today })).toBe(on);
	});
});
