import { fc, test } from '../../properties';
import { expect } from 'vitest';
import { addDays, monthBounds, weekdayOf } from '$lib/domain/calendar/calendar';
import { weeksOf } from '$lib/domain/calendar/weeks';

test.prop([fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 })])(
	'the weeks of a month begin on Mondays, follow each other day by day, and hold the whole month and no week without it',
	(year, month) => {
		const weeks = weeksOf(year, month);
		const { fromOn, toOn } = monthBounds(year, month);
		expect(weeks.every((week) => week.length === 7 && weekdayOf(week[0]!) === 1)).toBe(true);
		const days = weeks.flat();
		expect(days).toEqual(days.map((_, nth) => addDays(days[0]!, nth)));
		expect(days).toEqual(expect.arrayContaining([fromOn, toOn]));
		expect(weeks.every((week) => week.some((on) => on >= fromOn && on <= toOn))).toBe(true);
	}
);
