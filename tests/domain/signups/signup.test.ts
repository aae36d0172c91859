import { test } from '../../properties';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { isSlotOpen } from '$lib/domain/signups/signup';
import { decideGrant, type Need, type Room } from '$lib/domain/signups/waitlist';
import { partySize } from '$lib/forms/signups/signup';
import { strict, whole, some } from './needs';

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
