import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { changeRate, formatPercent, percentOf } from '$lib/domain/figures/rate';

describe('a share', () => {
	test.each([
		[174, 176, 98.9],
		[50400, 44000, 114.5],
		[1, 3, 33.3],
		[2, 3, 66.7],
		[0, 9, 0],
		[9, 9, 100]
	])('%d of %d is %d percent', (part, whole, percent) => {
		expect(percentOf(part, whole)).toBe(percent);
	});

	test('of nothing does not exist', () => {
		expect(percentOf(0, 0)).toBeNull();
	});
});

describe('a percentage in print', () => {
	test.each([
		[-60, '−60.0%'],
		[98.9, '98.9%'],
		[114.5, '114.5%'],
		[5486.7, '5,486.7%'],
		[-1234567, '−1,234,567.0%'],
		[0, '0.0%'],
		[-0.04, '0.0%'],
		[null, '—']
	])('%s reads %s', (percent, text) => {
		expect(formatPercent(percent)).toBe(text);
	});

	test('of the town’s fall in banquets reads −60.0%', () => {
		expect(formatPercent(changeRate(161, 403))).toBe('−60.0%');
	});
});
