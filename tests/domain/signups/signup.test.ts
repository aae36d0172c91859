import { test } from '@fast-check/vitest';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { isSlotOpen } from '$lib/domain/signups/signup';
import { decideGrant, decidePromotions, type Need, type Room } from '$lib/domain/signups/waitlist';
import { partySize } from '$lib/forms/signups/signup';

const strict = { letsPass: false };
const whole = (people: number): Need => ({ people, acceptsSome: false });
const some = (people: number): Need => ({ people, acceptsSome: true });

describe('a newcomer', () => {
	test.each<[string, Room, number, Need, number]>([
		['takes the last places', { capacity: 50, taken: 46, ...strict }, 0, whole(4), 4],
		['waits when the party is one too many', { capacity: 50, taken: 47, ...strict }, 0, whole(4), 0],
		['gets what there is when some may go first', { capacity: 50, taken: 47, ...strict }, 0, some(4), 3],
		['waits when the slot is full', { capacity: 50, taken: 50, ...strict }, 0, some(1), 0],
		['waits behind others though it would fit', { capacity: 50, taken: 47, ...strict }, 1, whole(1), 0],
		['passes others where the event says so and it fits', { capacity: 50, taken: 47, letsPass: true }, 1, whole(3), 3],
		['and does not where it does not fit', { capacity: 50, taken: 47, letsPass: true }, 1, whole(4), 0],
		['always finds a place without a limit', { capacity: null, taken: 9999, ...strict }, 0, whole(6), 6]
	])('%s', (_, room, waiting, need, people) => {
		expect(decideGrant(room, waiting, need)).toBe(people);
	});
});

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

describe('a slot', () => {
	const open = { publishedAt: 100, cancelledAt: null, startsAt: 1000, now: 500 };

	test.each([
		['takes sign-ups once its event is published', {}, true],
		['takes none before', { publishedAt: null }, false],
		['takes none after a cancellation', { cancelledAt: 200 }, false],
		['takes sign-ups up to the last moment before it begins', { now: 999 }, true],
		['takes none from the very moment it begins', { now: 1000 }, false]
	])('%s', (_, change, isOpen) => {
		expect(isSlotOpen({ ...open, ...change })).toBe(isOpen);
	});
});

test('a party is one to six whole people', () => {
	const typed = ['0', '1', '6', '7', '1.5', '', 'x', '-1'];
	expect(typed.filter((text) => v.is(partySize, text))).toEqual(['1', '6']);
});
