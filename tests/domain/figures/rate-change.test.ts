import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { changeRate, percentagePoints } from '$lib/domain/figures/rate';

describe('a change against the year before', () => {
	test.each([
		[161, 403, -60.0],
		[48, 32, 50],
		[32, 48, -33.3],
		[240, 600, -60],
		[7, 7, 0],
		[0, 5, -100],
		[2001, 2000, 0.1],
		[1999, 2000, -0.1]
	])('from %#: %d after %d is %d percent', (value, previous, rate) => {
		expect(changeRate(value, previous)).toBe(rate);
	});

	test('does not exist on a base of nothing', () => {
		expect(changeRate(5, 0)).toBeNull();
		expect(changeRate(0, 0)).toBeNull();
	});
});

describe('two rates', () => {
	test('differ in percentage points: 80% to 85% is 5 points', () => {
		expect(percentagePoints({ part: 85, whole: 100 }, { part: 80, whole: 100 })).toBe(5);
		expect(percentagePoints({ part: 4, whole: 5 }, { part: 17, whole: 20 })).toBe(-5);
	});

	test('differ by their exact values, not by their rounded ones', () => {
		// 66.66…% and 33.33…%: the rounded 66.7 and 33.3 would differ by 33.4.
		expect(percentagePoints({ part: 2, whole: 3 }, { part: 1, whole: 3 })).toBe(33.3);
	});

	test('cannot be compared where one has no base', () => {
		expect(percentagePoints({ part: 1, whole: 2 }, { part: 0, whole: 0 })).toBeNull();
		expect(percentagePoints({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
	});
});
