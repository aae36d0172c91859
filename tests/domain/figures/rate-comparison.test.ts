import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../../src/lib/domain/figures/beta-distribution';
import { compareRates } from '../../../src/lib/domain/figures/rate-ratio';

const year = (count: number, days = 365) => ({ count, days });

describe('a comparison', () => {
	it('turned round is the reciprocal', () => {
		const count = fc.integer({ min: 1, max: 400 });
		const days = fc.integer({ min: 1, max: 366 });
		fc.assert(
			fc.property(count, days, count, days, (a, s, b, t) => {
				const there = compareRates(year(a, s), year(b, t))!;
				const back = compareRates(year(b, t), year(a, s))!;
				expect(there.low * back.high!).toBeCloseTo(1, 8);
				expect(there.high! * back.low).toBeCloseTo(1, 8);
				expect(there.low).toBeLessThan(there.ratio!);
				expect(there.high).toBeGreaterThan(there.ratio!);
			})
		);
	});

	it('covers the truth at least as often as it says: 95 of 100 times, for a share of one third of 30', () => {
		const [n, p] = [30, 1 / 3];
		const chances = Array.from({ length: n + 1 }, (_, k) =>
			k === 0 ? (1 - p) ** n : incompleteBeta(p, k, n - k + 1) - (k === n ? 0 : incompleteBeta(p, k + 1, n - k))
		);
		chances[0] = (1 - p) ** n;
		const covered = chances.reduce((sum, chance, k) => {
			const { low, high } = compareRates(year(k, 1), year(n - k, 1))!;
			return low <= 0.5 && (high === null || high >= 0.5) ? sum + chance : sum;
		}, 0);
		expect(covered).toBeGreaterThanOrEqual(0.95);
	});

	it('has no ratio and no upper limit on a base of 0, a lower limit of 0 from 0, and nothing of two zeros', () => {
		expect(compareRates(year(5), year(0))).toMatchObject({ ratio: null, high: null });
		expect(compareRates(year(0), year(5))).toMatchObject({ ratio: 0, low: 0 });
		expect(compareRates(year(0), year(0))).toBeNull();
	});

	it('knows of days: 366 against 365 with the same count is a little less', () => {
		expect(compareRates(year(100, 366), year(100, 365))!.ratio).toBeCloseTo(365 / 366, 12);
	});
});
