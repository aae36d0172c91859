import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates, decideCertainty } from '../../../src/lib/domain/figures/rate-ratio';

const year = (count: number, days = 365) => ({ count, days });

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

	it('of a beginning from none, which has no upper limit', () => {
		expect(decideCertainty(year(5), year(0))).toBe('too-few');
		expect(decideCertainty(year(10), year(0))).toBe('rise');
		expect(decideCertainty(year(3, 1000), year(0, 1)), 'nor would a halving leave any before').toBe('too-few');
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
