import { fc, test as property } from '../../properties';
import { expect } from 'vitest';
import { isFew } from '../../../src/lib/domain/figures/small-numbers';
import { coverageStep } from '../../../src/lib/domain/releases/coverage-step';
import type { Release, ReleasedCell } from '../../../src/lib/domain/releases/release';
import { Attacker, exactly, type Fact } from './attacker';
import { released } from './coverage-releases';

/** Villages of 30 to 900 households, in which from none to twenty a quarter sign, for three years. */
const towns = fc
	.record({
		most: fc.constantFrom(2, 5, 20),
		villages: fc.array(fc.record({ registered: fc.integer({ min: 30, max: 900 }), share: fc.nat(70) }), {
			minLength: 2,
			maxLength: 8
		}),
		drawn: fc.array(fc.nat(1_000_000), { minLength: 96, maxLength: 96 })
	})
	.map(({ most, villages, drawn }) => {
		const registered = villages.map((village) => village.registered);
		const quarters: number[][] = [villages.map(({ registered: all, share }) => Math.floor((all * share) / 100))];
		for (let nth = 1; nth < 12; nth++)
			quarters.push(
				quarters[nth - 1]!.map((count, at) => Math.min(registered[at]!, count + (drawn[nth * 8 + at]! % (most + 1))))
			);
		return { registered, quarters };
	});

/** From how many to how many households a village's step stands for. */
function rangeOf({ value, isTop, beside }: ReleasedCell): { least: number; most: number } {
	const fits = Array.from({ length: beside! + 1 }, (_, count) => count).filter((count) => {
		const step = coverageStep(count, beside!)!;
		return step.percent === value && step.isTop === isTop;
	});
	return { least: fits[0]!, most: fits.at(-1)! };
}

/** What two releases say of what each village had at the first, and of how many signed until the second, where none took it back. */
function factsOf(first: Release, second: Release): Fact[] {
	const [town, ...villages] = first.cells;
	const [later, ...laterVillages] = second.cells;
	const places = villages.map((_, at) => at);
	return [
		exactly(places, town!.value!),
		exactly(
			places.map((at) => villages.length + at),
			later!.value! - town!.value!
		),
		...villages.map((cell, at) => ({ of: [at], ...rangeOf(cell) })),
		...laterVillages.map((cell, at) => ({ of: [at, villages.length + at], ...rangeOf(cell) }))
	];
}

property.prop([towns], { numRuns: 30 })(
	'what a village signed between two releases is not known where it is one or two',
	({ registered, quarters }) => {
		const releases: Release[] = [];
		for (let year = 0; year < 3; year++)
			releases.push(...released(2024 + year, registered, quarters.slice(year * 4, year * 4 + 4), releases.at(-1)));
		const countsOf = ({ toOn }: Release) =>
			quarters[(Number(toOn.slice(0, 4)) - 2024) * 4 + Number(toOn.slice(5, 7)) / 3 - 1]!;
		for (const [at, second] of releases.entries()) {
			const first = releases[at - 1];
			if (!first) continue;
			const attacker = new Attacker(registered.length * 2, factsOf(first, second));
			for (const village of registered.keys()) {
				const signed = countsOf(second)[village]! - countsOf(first)[village]!;
				const of = [registered.length + village];
				if (isFew(signed)) expect(attacker.greatest(of), `village ${village}`).toBeGreaterThan(attacker.least(of));
			}
		}
	}
);
