import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { changeRate, formatPercent, percentagePoints, percentOf, roundHalfUp } from '$lib/domain/figures/rate';

describe('rounding', () => {
	test.each([
		[1, 8, 2, 0.13],
		[-1, 8, 2, -0.13],
		[1, -8, 2, -0.13],
		[-1, -8, 2, 0.13],
		[1005, 1000, 2, 1.01],
		[1, 2, 0, 1],
		[-1, 2, 0, -1],
		[5, 2, 0, 3],
		[449, 1000, 1, 0.4],
		[45, 100, 1, 0.5],
		[2, 3, 3, 0.667],
		[0, 7, 1, 0],
		[9_999_999_999_999, 1, 1, 9_999_999_999_999]
	])('%d / %d to %d decimals is %d: halves go away from zero, on the exact value', (n, d, decimals, rounded) => {
		expect(roundHalfUp(n, d, decimals)).toBe(rounded);
	});

	test('nothing rounds to minus zero', () => {
		expect(Object.is(roundHalfUp(-1, 1000, 1), 0)).toBe(true);
	});

	test('there is no rounding of a division by nothing', () => {
		expect(() => roundHalfUp(1, 0, 1)).toThrow(RangeError);
	});

	const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
	test.prop([whole, fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 4 })])(
		'the rounded value lies within half a step, and a half lies outward',
		(n, d, decimals) => {
			const step = 10n ** BigInt(decimals);
			const rounded = BigInt(Math.round(roundHalfUp(n, d, decimals) * Number(step)));
			const error = 2n * (rounded * BigInt(d) - BigInt(n) * step);
			const outward = n < 0 ? -error : error;
			expect(outward > -BigInt(d) && outward <= BigInt(d)).toBe(true);
		}
	);

	test.prop([whole, fc.integer({ min: 1, max: 100_000 })])(
		'a fall and a rise of the same size round the same',
		(n, d) => {
			expect(roundHalfUp(-n, d, 1) + roundHalfUp(n, d, 1)).toBe(0);
		}
	);
});

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

describe('a percentage in print', () => {
	test.each([
		[-60, '−60.0%'],
		[98.9, '98.9%'],
		[114.5, '114.5%'],
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
