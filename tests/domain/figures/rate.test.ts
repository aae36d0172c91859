import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { rateOf, roundHalfUp } from '$lib/domain/figures/rate';

describe('a rate of two numbers that may not be known', () => {
	test.each([
		[174, 176, 98.9],
		[0, 4, 0],
		[0, 0, null],
		[null, 176, null],
		[174, null, null]
	])('%s of %s is %s percent', (part, whole, percent) => expect(rateOf(part, whole)).toBe(percent));
});

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
