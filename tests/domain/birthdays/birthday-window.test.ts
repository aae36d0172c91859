import { fc, test as property } from '../../properties';
import { describe, expect, test } from 'vitest';
import { cadences, nextWindow, windowOf, windowsAYear } from '$lib/domain/birthdays/birthday-window';
import { daysBetween } from '$lib/domain/calendar/calendar';
import { datesOf, windowAt } from '$lib/server/birthdays/birthdays';

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
