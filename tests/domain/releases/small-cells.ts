import { occasions } from '../../../src/lib/domain/banquets/banquet';
import { isFew } from '../../../src/lib/domain/figures/small-numbers';
import type { Unknowns } from './known-facts';
import type { Town } from './town-of-banquets';

/** A number that is not published: which unknown numbers it adds up. */
export interface SmallCell {
	name: string;
	of: number[];
}

/** Every village and month, village and occasion, month and occasion, and all three, that comes to one or two. */
export function smallCells(town: Town, unknowns: Unknowns): SmallCell[] {
	const numbers = town.flat(2);
	const villages = [null, ...town.keys()];
	const months = [null, ...Array.from({ length: 12 }, (_, at) => at)];
	const kinds = [null, ...occasions.keys()];
	return villages
		.flatMap((village) => months.flatMap((month) => kinds.map((kind) => ({ village, month, kind }))))
		.filter(({ village, month, kind }) => [village, month, kind].filter((one) => one !== null).length > 1)
		.map(({ village, month, kind }) => ({
			name: `village ${village}, month ${month}, occasion ${kind}`,
			of: unknowns.of(village, month === null ? undefined : [month, month], kind === null ? undefined : [kind])
		}))
		.filter(({ of }) => isFew(of.reduce((sum, place) => sum + numbers[place]!, 0)));
}
