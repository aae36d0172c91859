import { betaQuantile } from './beta-distribution';

/** How often something happened in how many days. */
export interface Happened {
	/** A whole number from 0. */
	count: number;
	/** Above 0: the length of the period, so that 366 days are not held against 365. */
	days: number;
}

export interface RateRatio {
	/** (now per day) ÷ (before per day); null on a base of 0. */
	ratio: number | null;
	/** The limits of the confidence interval; `high` is null where nothing bounds it, on a base of 0. */
	low: number;
	high: number | null;
}

/** The chance at either end of an interval at 95%. */
const tail = 0.025;

/**
 * The ratio of two rates of a Poisson process with its exact interval at 95%: given the sum of both counts, the first is binomial,
 * so the limits are those of Clopper and Pearson (Biometrika 26, 1934, 404–413) for its share p, as p ÷ (1 − p) over the ratio of days.
 * The method of R's `poisson.test` and of Fay, "Testing the Ratio of Two Poisson Rates" (CRAN rateratio.test, 2022), §2–3; why
 * this one: docs/decisions/0028. It holds for zero and for small counts. Null where both counts are 0: there is nothing to compare.
 */
export function compareRates(now: Happened, before: Happened): RateRatio | null {
	const [a, b] = [now.count, before.count];
	if (a + b === 0) return null;
	const perDays = before.days / now.days;
	const odds = (p: number) => (p / (1 - p)) * perDays;
	return {
		ratio: b === 0 ? null : (a / b) * perDays,
		low: a === 0 ? 0 : odds(betaQuantile(tail, a, b + 1)),
		high: b === 0 ? null : odds(betaQuantile(1 - tail, a + 1, b))
	};
}

/**
 * What may honestly be said of a change: that it is hardly mere luck ('fall', 'rise': the interval leaves 1 out), that it may be
 * ('unclear'), or that the numbers are so small that not even a halving could be distinguished from luck ('too-few').
 */
export type Certainty = 'fall' | 'rise' | 'unclear' | 'too-few';

/** Decides it at 95%; null where there is nothing to compare. */
export function decideCertainty(now: Happened, before: Happened): Certainty | null {
	const found = compareRates(now, before);
	if (!found) return null;
	if (found.high !== null && found.high < 1) return 'fall';
	if (found.low > 1) return 'rise';
	return couldTellHalving(now, before) ? 'unclear' : 'too-few';
}

/** Whether as many in all, split as by a halving of the rate, would have left 1 out of the interval. */
function couldTellHalving(now: Happened, before: Happened): boolean {
	const total = now.count + before.count;
	const fewer = Math.round((total * now.days) / (now.days + 2 * before.days));
	const { high } = compareRates({ ...now, count: fewer }, { ...before, count: total - fewer })!;
	return high !== null && high < 1;
}
