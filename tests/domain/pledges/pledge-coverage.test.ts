import { expect, test } from 'vitest';
import { publishCoverage, rankCoverage } from '$lib/domain/pledges/pledge-coverage';

const village = (villageId: string, pledged: number, registered: number | null) => ({ villageId, pledged, registered });

test('the public sees numbers, rates and the total where no number is small', () => {
	const { rows, total } = publishCoverage([village('a', 30, 400), village('b', 0, 300), village('c', 174, 176)]);
	expect(rows.map(({ pledged, percent }) => [pledged, percent])).toEqual([
		[30, 7.5],
		[0, 0],
		[174, 98.9]
	]);
	expect(total).toEqual({ pledged: 204, registered: 876, percent: 23.3 });
});

test('a small number is withheld, and with it the rate that would tell it and the total it could be subtracted from', () => {
	const { rows, total } = publishCoverage([village('a', 2, 400), village('b', 40, 300), village('c', 50, 200)]);
	expect(rows[0]).toMatchObject({ pledged: null, percent: null });
	expect(rows[0]!.shown).not.toBe('exact');
	expect(total).toBeNull();
});

test('a village without registered households has no coverage and stays out of the total', () => {
	const { rows, total } = publishCoverage([village('a', 30, 400), village('b', 5, null)]);
	expect(rows[1]).toMatchObject({ pledged: null, percent: null, shown: 'exact' });
	expect(total).toEqual({ pledged: 30, registered: 400, percent: 7.5 });
	expect(publishCoverage([]).total).toBeNull();
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
