import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../../src/lib/domain/figures/beta-distribution';
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
