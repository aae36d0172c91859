import { fc, test as property } from '../../properties';
import { describe, expect, test } from 'vitest';
import { addDays, yearOf } from '../../../src/lib/domain/calendar/calendar';
import { suggestDueOn } from '../../../src/lib/domain/targets/task';

describe('the due day a form offers', () => {
	test.each([
		['2026-03-02', '2026-03-31'],
		['2026-03-17', '2026-03-31'],
		['2026-03-18', '2026-04-30'],
		['2026-01-31', '2026-02-28'],
		['2026-12-20', '2026-12-31']
	])('on %s is %s', (today, dueOn) => {
		expect(suggestDueOn(today)).toBe(dueOn);
	});

	property.prop([fc.integer({ min: 0, max: 4000 })])('is never past, and in the year of today', (day) => {
		const today = addDays('2024-01-01', day);
		const dueOn = suggestDueOn(today);
		expect(dueOn >= today).toBe(true);
		expect(yearOf(dueOn)).toBe(yearOf(today));
	});
});
