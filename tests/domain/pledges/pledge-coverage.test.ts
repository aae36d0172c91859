import { expect, test } from 'vitest';
import { rankCoverage, totalCoverage } from '$lib/domain/pledges/pledge-coverage';

const village = (villageId: string, pledged: number, registered: number | null) => ({ villageId, pledged, registered });

test('a village without registered households stays out of the total', () => {
	expect(totalCoverage([village('a', 30, 400), village('b', 5, null)])).toEqual({
		pledged: 30,
		registered: 400,
		percent: 7.5
	});
	expect(totalCoverage([]).percent).toBeNull();
});

test('villages are ranked by coverage, equals side by side, those withheld or unknown last and without a rank', () => {
	const rows = [
		{ villageId: 'a', percent: 30.5 },
		{ villageId: 'b', percent: null },
		{ villageId: 'c', percent: 64.8 },
		{ villageId: 'd', percent: 30.5 },
		{ villageId: 'e', percent: 12 }
	];
	expect(rankCoverage(rows).map(({ villageId, rank }) => [villageId, rank])).toEqual([
		['c', 1],
		['a', 2],
		['d', 2],
		['e', 4],
		['b', null]
	]);
});
