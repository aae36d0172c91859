import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import { isFew } from '../../../src/lib/domain/figures/small-numbers';
import { tellCoverage } from '../../../src/lib/domain/releases/coverage-quarters';
import { coverageStep } from '../../../src/lib/domain/releases/coverage-step';
import type { Release, ReleasedCell } from '../../../src/lib/domain/releases/release';
import { Attacker, exactly, type Fact } from './attacker';
import { yearOf } from './demo-year';

const none = Array.from({ length: 12 }, () => 0);
/** Of each village so many households with a pledge at the ends of quarters. */
type Quarters = readonly (readonly number[])[];

function released(
	year: number,
	registered: readonly (number | null)[],
	quarters: Quarters,
	last: Release | null = null
) {
	const coverage = quarters.map((pledged, at) => ({
		toOn: quarterBounds(year, at + 1).toOn,
		villages: pledged.map((count, village) => ({
			key: String(village),
			name: '',
			nameEn: null,
			pledged: count,
			registered: registered[village]!
		}))
	}));
	return tellCoverage(yearOf(year, none, { coverage }), last);
}

const ends = (releases: readonly Release[]) => releases.map(({ toOn }) => toOn.slice(5));

describe('coverage that was taken back', () => {
	const again = (pledged: readonly number[]) => {
		const first = released(2024, [100, 100], [[20, 20]]);
		const counts = pledged.map((count, village) => ({
			...{ key: String(village), name: '', nameEn: null },
			...{ pledged: count, registered: 100 }
		}));
		return ends(
			tellCoverage(yearOf(2024, none, { coverage: [{ toOn: '2024-03-31', villages: counts }] }), null, first)
		);
	};

	it('comes again only as it was, or where as many as six a village differ from what people have seen', () => {
		expect(again([20, 20])).toEqual(['03-31']);
		expect(again([20, 19])).toEqual([]);
		expect(again([14, 15])).toEqual([]);
		expect(again([14, 14])).toEqual(['03-31']);
	});
});

describe('coverage by village', () => {
	it('is released of a quarter in which as many moved as six a village, or none', () => {
		expect(
			ends(
				released(
					2024,
					[100, 100],
					[
						[20, 20],
						[26, 26],
						[30, 30],
						[31, 33]
					]
				)
			)
		).toEqual(['03-31', '06-30', '12-31']);
		expect(
			ends(
				released(
					2024,
					[100, 100],
					[
						[20, 20],
						[20, 20],
						[20, 19],
						[20, 31]
					]
				)
			)
		).toEqual(['03-31', '06-30']);
		expect(
			ends(
				released(
					2024,
					[100, 100],
					[
						[20, 20],
						[14, 14]
					]
				)
			),
			'also of those who left'
		).toEqual(['03-31', '06-30']);
	});

	it('goes on from the year before, and from the quarter that was released last', () => {
		const [last] = released(2023, [100, 100], [[20, 20]]);
		expect(released(2024, [100, 100], [[20, 21]], last)).toEqual([]);
		expect(
			ends(
				released(
					2024,
					[100, 100],
					[
						[20, 21],
						[30, 30]
					],
					last
				)
			)
		).toEqual(['06-30']);
		const [, second] = released(
			2024,
			[100, 100],
			[
				[20, 20],
				[32, 20]
			]
		);
		expect(
			released(
				2024,
				[100, 100],
				[
					[50, 20],
					[32, 20]
				],
				second
			),
			'none between two that were released'
		).toEqual([]);
	});

	it('says nothing without registered households', () => {
		expect(released(2024, [null, null], [[5, 5]])).toEqual([]);
		expect(released(2024, [100, null], [[5, 5]])[0]!.cells.map(({ value }) => value)).toEqual([5, 5, null]);
	});
});

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
