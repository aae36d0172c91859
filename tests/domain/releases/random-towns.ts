import { fc } from '../../properties';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import type { Town } from './town-of-banquets';

/** How often one place comes beside another. */
const shares = (count: { minLength: number; maxLength: number }) => fc.array(fc.integer({ min: 1, max: 9 }), count);

/** Towns of 2 to 8 villages and 40 to 800 banquets, some villages, months and occasions with many times what others have. */
export const towns: fc.Arbitrary<Town> = fc
	.record({
		villages: shares({ minLength: 2, maxLength: 8 }),
		months: shares({ minLength: 12, maxLength: 12 }),
		kinds: shares({ minLength: occasions.length, maxLength: occasions.length }),
		banquets: fc.array(fc.nat(), { minLength: 40, maxLength: 800, size: 'max' })
	})
	.map(({ villages, months, kinds, banquets }) => {
		const town = villages.map(() => months.map(() => kinds.map(() => 0)));
		for (const drawn of banquets) {
			const village = nthOf(villages, drawn);
			const month = nthOf(months, Math.floor(drawn / 100));
			const kind = nthOf(kinds, Math.floor(drawn / 100_000));
			town[village]![month]![kind]!++;
		}
		return town;
	});

/** Which share a drawn number falls into. */
function nthOf(weights: readonly number[], drawn: number): number {
	let rest = drawn % weights.reduce((sum, weight) => sum + weight, 0);
	return weights.findIndex((weight) => (rest -= weight) < 0);
}
