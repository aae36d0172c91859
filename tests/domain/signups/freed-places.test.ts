import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { decidePromotions } from '$lib/domain/signups/waitlist';
import { whole, strict, some } from './needs';

describe('when places come free', () => {
	const line = [
		{ id: 'first', ...whole(2) },
		{ id: 'second', ...whole(4) },
		{ id: 'third', ...whole(1) }
	];

	test.each<[string, number | null, number, string[]]>([
		['no one moves up while the first party does not fit', 50, 49, []],
		['the first moves up and no one passes the second, though the third would fit', 50, 47, ['first']],
		['the line moves up as far as whole parties fit', 50, 44, ['first', 'second']],
		['all move up when all fit exactly', 50, 43, ['first', 'second', 'third']],
		['all move up when the limit is lifted', null, 50, ['first', 'second', 'third']],
		['no one moves up when the capacity was cut below what is taken', 40, 50, []]
	])('%s', (_, capacity, taken, ids) => {
		expect(decidePromotions({ capacity, taken, ...strict }, line).map(({ id }) => id)).toEqual(ids);
	});

	test('an event that lets smaller parties pass gives the third what the second cannot use', () => {
		expect(decidePromotions({ capacity: 50, taken: 47, letsPass: true }, line)).toEqual([
			{ id: 'first', people: 2 },
			{ id: 'third', people: 1 }
		]);
	});

	test('a party of which some may go first takes what is left, and no other passes it', () => {
		const patient = [{ id: 'first', ...some(4) }, line[2]!];
		for (const letsPass of [false, true])
			expect(decidePromotions({ capacity: 50, taken: 47, letsPass }, patient)).toEqual([{ id: 'first', people: 3 }]);
	});

	test('an empty line stays empty', () => {
		expect(decidePromotions({ capacity: 5, taken: 0, ...strict }, [])).toEqual([]);
	});
});
