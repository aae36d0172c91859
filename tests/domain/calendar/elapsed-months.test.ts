import { describe, expect, it } from 'vitest';
import { elapsedMonths, monthsOf } from '../../../src/lib/domain/calendar/reporting-period';

describe('elapsedMonths', () => {
	it.each([
		['2024-12-31', 12],
		['2024-03-30', 2],
		['2024-03-31', 3],
		['2024-02-28', 1],
		['2024-02-29', 2],
		['2024-01-15', 0],
		['2023-06-01', 0]
	])('by %s, %i months of 2024 are over', (toOn, count) => {
		expect(elapsedMonths({ fromOn: '2024-01-01', toOn })).toHaveLength(count);
	});

	it('are written YYYY-MM', () => {
		expect(elapsedMonths({ fromOn: '2024-01-01', toOn: '2024-02-29' })).toEqual(['2024-01', '2024-02']);
	});

	it('go over the turn of the year, and begin with the month of the first day', () => {
		const range = { fromOn: '2023-11-20', toOn: '2024-02-10' };
		expect(monthsOf(range)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
		expect(elapsedMonths(range)).toEqual(['2023-11', '2023-12', '2024-01']);
	});

	it('are none of a period that has not begun', () => {
		expect(monthsOf({ fromOn: '2030-01-01', toOn: '2026-03-02' })).toEqual([]);
	});
});
