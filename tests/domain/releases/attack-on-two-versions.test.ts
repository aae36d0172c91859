import { fc, test as property } from '../../properties';
import { afterAll, expect } from 'vitest';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import { Attacker, type Fact } from './attacker';
import { factsOf, Unknowns } from './known-facts';
import { towns } from './random-towns';
import { smallCells, type SmallCell } from './small-cells';
import type { Town } from './town-of-banquets';
import { publishedAgain, publishedAnew, type Versions } from './two-versions';

// A reader who has seen two versions of a year puts both together. Unknown are the numbers that are in both, and those of one version alone.

/** Banquets that one version has and the other does not: a few lots of one village, month and occasion. */
const lots = fc.array(
	fc.record({
		village: fc.nat(7),
		month: fc.nat(11),
		kind: fc.nat(occasions.length - 1),
		count: fc.constantFrom(1, 2, 3, 3, 4, 6)
	}),
	{ minLength: 1, maxLength: 3 }
);
type Lots = typeof lots extends fc.Arbitrary<infer Some> ? Some : never;

const lotsIn = (town: Town, some: Lots): Town =>
	town.map((months, village) =>
		months.map((kinds, month) =>
			kinds.map((_, kind) =>
				some
					.filter((lot) => lot.village % town.length === village && lot.month === month && lot.kind === kind)
					.reduce((sum, { count }) => sum + count, 0)
			)
		)
	);

const plus = (town: Town, more: Town): Town =>
	town.map((months, village) =>
		months.map((kinds, month) => kinds.map((count, kind) => count + more[village]![month]![kind]!))
	);

/** The facts of the version that has less, and those of the one that has more: these are about both kinds of unknown numbers. */
function factsOfBoth({ less, more }: { less: Versions['first']; more: Versions['first'] }, unknowns: Unknowns): Fact[] {
	const beyond = (of: readonly number[]) => [...of, ...of.map((place) => place + unknowns.count())];
	return [...factsOf(less, unknowns), ...factsOf(more, unknowns).map((fact) => ({ ...fact, of: beyond(fact.of) }))];
}

let twice = 0;

function attack(both: { less: Versions['first']; more: Versions['first'] }, less: Town, change: Town): void {
	const unknowns = new Unknowns(less.length);
	const facts = factsOfBoth(both, unknowns);
	const attacker = new Attacker(unknowns.count() * 2, facts);
	const few = facts.filter(({ most }) => most > 0 && most < 3).map(({ of }) => new Set(of));
	const shift = ({ name, of }: SmallCell) => ({
		name: `of the change: ${name}`,
		of: of.map((place) => place + unknowns.count())
	});
	const small = [...smallCells(less, unknowns), ...smallCells(change, unknowns).map(shift)];
	for (const { name, of } of attacker.knownBelow(3, small)) {
		expect(
			few.some((whole) => of.every((place) => whole.has(place))),
			name
		).toBe(true);
		expect(attacker.greatest(of), name).toBeGreaterThan(attacker.least(of));
	}
}

property.prop([towns, lots], { numRuns: 12 })(
	'a year that is published anew gives no one or two away, nor one or two that came late',
	(town, some) => {
		const late = lotsIn(town, some);
		const { first, second } = publishedAnew(town, plus(town, late), 72);
		if (second.length === 0) return;
		twice++;
		attack({ less: first, more: second }, town, late);
	}
);

property.prop([towns, lots], { numRuns: 12 })(
	'a year that is published again after it was taken back gives no one or two away, nor one or two that were wrong',
	(town, some) => {
		const wrong = lotsIn(town, some);
		const { first, second } = publishedAgain(plus(town, wrong), town, 72);
		// The year itself is always given: one or two wrong records in all of it are known as such.
		if (second.length <= 1) return;
		twice++;
		attack({ less: second, more: first }, town, wrong);
	}
);

afterAll(() => expect(twice, 'some are published twice with their tables').toBeGreaterThan(0));
