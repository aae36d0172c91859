import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../../src/lib/domain/figures/beta-distribution';
import { compareRates } from '../../../src/lib/domain/figures/rate-ratio';

const year = (count: number, days = 365) => ({ count, days });

describe('the incomplete beta function', () => {
	it('is the sum of the binomial chances (DLMF 8.17.5)', () => {
		const sumFrom = (k: number, n: number, p: number) => {
			let [chance, sum] = [(1 - p) ** n, 0];
			for (let i = 0; i <= n; i++) {
				if (i >= k) sum += chance;
				chance *= ((n - i) / (i + 1)) * (p / (1 - p));
			}
			return sum;
		};
		const trial = fc
			.integer({ min: 1, max: 60 })
			.chain((n) => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n)));
		fc.assert(
			fc.property(trial, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([k, n], p) => {
				expect(incompleteBeta(p, k, n - k + 1)).toBeCloseTo(sumFrom(k, n, p), 10);
			})
		);
	});

	it('is none at 0, all at 1, and one half in the middle of two equal numbers', () => {
		expect(incompleteBeta(0, 3, 7)).toBe(0);
		expect(incompleteBeta(1, 3, 7)).toBe(1);
		expect(incompleteBeta(0.5, 40, 40)).toBeCloseTo(0.5, 12);
		// I_x(1, b) = 1 − (1 − x)^b and I_x(a, 1) = x^a (DLMF 8.17.7).
		expect(incompleteBeta(0.3, 1, 5)).toBeCloseTo(1 - 0.7 ** 5, 13);
		expect(incompleteBeta(0.3, 5, 1)).toBeCloseTo(0.3 ** 5, 13);
	});

	it('stays right for a million records', () => {
		const { low, high } = compareRates(year(1_000_000), year(1_000_000))!;
		// The log-normal interval, which such counts reach: exp(±1.959964 √(2/1,000,000)).
		expect(low).toBeCloseTo(Math.exp(-1.959964 * Math.sqrt(2e-6)), 5);
		expect(high).toBeCloseTo(Math.exp(1.959964 * Math.sqrt(2e-6)), 5);
	});
});
