import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta } from '../../../src/lib/domain/figures/beta-distribution';
import { compareRates, decideCertainty } from '../../../src/lib/domain/figures/rate-ratio';

const year = (count: number, days = 365) => ({ count, days });

describe('the ratio of two rates agrees with published worked examples', () => {
	it('Fay, "Testing the Ratio of Two Poisson Rates" (CRAN rateratio.test, 9 May 2022), §1: 2 in 17877 against 9 in 16660', () => {
		const { ratio, low, high } = compareRates({ count: 2, days: 17877 }, { count: 9, days: 16660 })!;
		expect(ratio).toBeCloseTo(0.2070941557, 10);
		expect(low).toBeCloseTo(0.02177406, 8);
		expect(high).toBeCloseTo(1.0005491, 7);
		// The point of that example: barely not significant.
		expect(decideCertainty({ count: 2, days: 17877 }, { count: 9, days: 16660 })).not.toBe('fall');
	});

	it('Kuhn and Silge, Tidy Modeling with R, §21.2: poisson.test(c(930, 619), T = 3)', () => {
		const { ratio, low, high } = compareRates(year(930, 3), year(619, 3))!;
		expect(ratio).toBeCloseTo(1.502423, 6);
		expect(low).toBeCloseTo(1.355716, 6);
		expect(high).toBeCloseTo(1.665905, 6);
	});

	it("R's help of poisson.test, second example (ISwR eba1977): 11 in 800 against 6 + 8 + 7 in 1083 + 1050 + 878", () => {
		const { ratio, low, high } = compareRates({ count: 11, days: 800 }, { count: 21, days: 3011 })!;
		expect(ratio).toBeCloseTo(1.9714881, 7);
		expect(low).toBeCloseTo(0.8584264, 7);
		expect(high).toBeCloseTo(4.2772659, 7);
	});

	it("GenBinomApps' help of clopper.pearson.ci: the upper limit of 5 in 100000 at 95% is 0.0001051275", () => {
		expect(betaQuantile(0.95, 6, 99_995)).toBeCloseTo(0.0001051275, 10);
	});
});

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

	it('stays right for a million records', () => {
		const { low, high } = compareRates(year(1_000_000), year(1_000_000))!;
		// The log-normal interval, which such counts reach: exp(±1.959964 √(2/1,000,000)).
		expect(low).toBeCloseTo(Math.exp(-1.959964 * Math.sqrt(2e-6)), 5);
		expect(high).toBeCloseTo(Math.exp(1.959964 * Math.sqrt(2e-6)), 5);
	});
});

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

describe('what may be said', () => {
	it("of the town's published fall, 403 to 161: hardly luck, 0.40 with an interval of 0.33 to 0.48", () => {
		const [now, before] = [year(161, 366), year(403)];
		expect(decideCertainty(now, before)).toBe('fall');
		const { ratio, low, high } = compareRates(now, before)!;
		expect([ratio!, low, high!].map((limit) => limit.toFixed(2))).toEqual(['0.40', '0.33', '0.48']);
	});

	it('of a rise, of a change that may be luck, and of numbers too small to tell', () => {
		expect(decideCertainty(year(90), year(40))).toBe('rise');
		expect(decideCertainty(year(190), year(200))).toBe('unclear');
		expect(decideCertainty(year(3), year(6))).toBe('too-few');
		expect(decideCertainty(year(0), year(3))).toBe('too-few');
		expect(decideCertainty(year(0), year(0))).toBeNull();
	});

	it('is never a fall where the counts rose, nor a rise where they fell', () => {
		const count = fc.integer({ min: 0, max: 300 });
		fc.assert(
			fc.property(count, count, (a, b) => {
				const certainty = decideCertainty(year(a), year(b));
				if (a >= b) expect(certainty).not.toBe('fall');
				if (a <= b) expect(certainty).not.toBe('rise');
			})
		);
	});
});
