import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates } from '../../../src/lib/domain/figures/rate-ratio';
import { forecastYear, predictRest } from '../../../src/lib/domain/figures/forecast';

const today = '2026-07-01';

/** The chances of 0, 1, 2 … up to `most`, for a Poisson count of this mean. */
function chancesOf(mean: number, most: number): number[] {
	const chances = [Math.exp(-mean)];
	for (let count = 1; count <= most; count++) chances.push((chances[count - 1]! * mean) / count);
	return chances;
}

describe('the estimate of the year-end', () => {
	it('divides what is counted by the share that earlier years had by the same day', () => {
		const found = forecastYear(
			60,
			[
				{ soFar: 200, whole: 400 },
				{ soFar: 90, whole: 160 }
			],
			today
		);
		expect(found).toMatchObject({ ok: true, forecast: { likely: Math.round((60 * 560) / 290) } });
	});

	it('of a year like the earlier ones is their whole', () => {
		const year = { soFar: 190, whole: 403 };
		expect(forecastYear(190, [year, year], today)).toMatchObject({ ok: true, forecast: { likely: 403 } });
	});

	it('has a range around it, never below what is already counted, and wider where the earlier years differ', () => {
		const shares = fc.record({ soFar: fc.integer({ min: 20, max: 200 }), rest: fc.integer({ min: 1, max: 200 }) });
		fc.assert(
			fc.property(fc.integer({ min: 10, max: 300 }), shares, shares, (counted, one, two) => {
				const years = [one, two].map(({ soFar, rest }) => ({ soFar, whole: soFar + rest }));
				const found = forecastYear(counted, years, today);
				if (!found.ok) throw new Error(found.why);
				const { likely, low, high } = found.forecast;
				expect(low).toBeGreaterThanOrEqual(counted);
				expect(low).toBeLessThanOrEqual(likely);
				expect(high).toBeGreaterThanOrEqual(likely);
				const alone = forecastYear(counted, [years[0]!, years[0]!], today);
				if (!alone.ok) throw new Error(alone.why);
				expect(high).toBeGreaterThanOrEqual(alone.forecast.high);
				expect(low).toBeLessThanOrEqual(alone.forecast.low);
			}),
			{ numRuns: 60 }
		);
	});

	it('holds the true rest at least 95 of 100 times when the year goes on as the earlier ones did', () => {
		const ofRest = chancesOf(40, 160);
		const held = chancesOf(60, 160).reduce((sum, chance, counted) => {
			// What is rarer than this adds nothing that four digits show, and costs time.
			if (chance < 1e-6 || counted < 10) return sum;
			const { low, high } = predictRest(counted, { soFar: 60, whole: 100 });
			return sum + chance * ofRest.slice(low, high + 1).reduce((total, one) => total + one, 0);
		}, 0);
		expect(held).toBeGreaterThanOrEqual(0.95);
		expect(held).toBeLessThan(0.98);
	});

	it('says why there is none: fewer than two whole years, before April, or too little counted', () => {
		const year = { soFar: 100, whole: 200 };
		expect(forecastYear(60, [year], today)).toEqual({ ok: false, why: 'no-years' });
		for (const whole of [0, 200])
			expect(forecastYear(60, [year, { soFar: 0, whole }], today)).toEqual({ ok: false, why: 'no-years' });
		expect(forecastYear(60, [year, year], '2026-03-31')).toEqual({ ok: false, why: 'too-early' });
		expect(forecastYear(9, [year, year], today)).toEqual({ ok: false, why: 'too-few' });
		expect(forecastYear(60, [year, year], '2026-04-01').ok).toBe(true);
		expect(forecastYear(10, [year, year], today).ok).toBe(true);
	});

	it.each([
		[0, 50, 50],
		[5, 100, 100],
		[10, 100, 100],
		[40, 60, 40],
		[25, 90, 275],
		[300, 200, 166]
	])('with %i in %i days ranges over the counts of %i days that do not differ from that rate', (count, soFar, rest) => {
		const { low, high } = predictRest(count, { soFar, whole: soFar + rest });
		const isAlike = (coming: number) => {
			const found = compareRates({ count: coming, days: rest }, { count, days: soFar });
			return !found || (found.low <= 1 && (found.high ?? Infinity) >= 1);
		};
		expect([low, high].map(isAlike)).toEqual([true, true]);
		expect(isAlike(high + 1)).toBe(false);
		if (low > 0) expect(isAlike(low - 1)).toBe(false);
	});

	it('of a season that is over in every earlier year expects nothing more', () => {
		expect(predictRest(50, { soFar: 80, whole: 80 })).toEqual({ low: 0, high: 0 });
	});
});
