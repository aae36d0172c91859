import { describe, expect, it } from 'vitest';
import type { Release } from '../../../src/lib/domain/releases/release';
import { released } from './coverage-releases';

const ends = (releases: readonly Release[]) => releases.map(({ toOn }) => toOn.slice(5));

describe('coverage that was taken back', () => {
	const again = (pledged: readonly number[]) => {
		const first = released(2024, [100, 100], [[20, 20]]);
		return ends(released(2024, [100, 100], [pledged], null, first));
	};

	it('comes again only as it was, or where as many as six a village differ from what people have seen', () => {
		expect(again([20, 20])).toEqual(['03-31']);
		expect(again([20, 19])).toEqual([]);
		expect(again([14, 15])).toEqual([]);
		expect(again([14, 14])).toEqual(['03-31']);
		const second = released(
			2024,
			[100, 100],
			[
				[20, 20],
				[40, 40]
			]
		).slice(1);
		expect(ends(released(2024, [100, 100], [[40, 39]], null, second)), 'what was seen of another quarter').toEqual([
			'03-31'
		]);
		const year = released(2024, [100, 100], [[20, 20]]).map((one) => ({ ...one, kind: 'year' as const }));
		expect(ends(released(2024, [100, 100], [[20, 19]], null, year)), 'what was seen of another table').toEqual([
			'03-31'
		]);
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

	it('is not released of a quarter after which few moved', () => {
		expect(
			ends(
				released(
					2024,
					[100, 100],
					[
						[20, 20],
						[20, 21]
					]
				)
			)
		).toEqual(['03-31']);
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
		expect(released(2024, [100, null], [[5, 5]])[0]!.cells.map(({ value }) => value)).toEqual([10, 5, null]);
		expect(released(2024, [100, null], [[5, 5]])[0]!.cells[2]).toMatchObject({ value: null, isTop: false });
	});

	it('has no rate of the town where a village has no registered households: the rest of the year’s number would be its own', () => {
		expect(released(2024, [600, 600, null], [[60, 40, 2]])[0]!.cells[0]).toEqual({ key: '', value: 102, beside: null });
		expect(released(2024, [600, 600, 20], [[60, 40, 2]])[0]!.cells[0]).toEqual({ key: '', value: 102, beside: 1220 });
	});
});
