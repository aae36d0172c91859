import { fc, test as property } from '../../properties';
import { expect } from 'vitest';
import { Attacker } from './attacker';
import { factsOf, Unknowns } from './known-facts';
import { towns } from './random-towns';
import { smallCells } from './small-cells';
import { releasesOf } from './town-of-banquets';

property.prop([towns, fc.boolean()], { numRuns: 15 })(
	'no number that is not published is known to be one or two',
	(town, isByMonth) => {
		const unknowns = new Unknowns(town.length);
		const facts = factsOf(releasesOf(town, isByMonth ? 72 : undefined), unknowns);
		const attacker = new Attacker(unknowns.count(), facts);
		const few = facts.filter(({ most }) => most > 0 && most < 3).map(({ of }) => new Set(of));
		for (const { name, of } of attacker.knownBelow(3, smallCells(town, unknowns))) {
			// Within what reads "fewer than three" a reader knows that it is, but not whether it is one, two or none.
			expect(
				few.some((whole) => of.every((place) => whole.has(place))),
				name
			).toBe(true);
			expect(attacker.greatest(of), name).toBeGreaterThan(attacker.least(of));
		}
	}
);
