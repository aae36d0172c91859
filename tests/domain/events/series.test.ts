import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { monthBounds, monthOf, weekdayOf, yearOf } from '$lib/domain/calendar/calendar';
import { nthOfMonth } from '$lib/domain/events/series';
import { after, anyDay } from './repeat-dates';

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
