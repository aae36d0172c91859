import { expect, test } from 'vitest';
import { seatGuests, type Party } from '$lib/domain/birthdays/seating';

let nth = 0;
const party = (people: number, groupId: string, table: number | null = null): Party => ({
	id: `${groupId}${people}#${nth++}`,
	...{ people, groupId, table }
});
/** Who sits at each table, from the first on. */
function tables(parties: readonly Party[], seats: number): string[] {
	const placed = seatGuests(parties, seats);
	const last = Math.max(...placed.values());
	return Array.from({ length: last }, (_, at) =>
		parties
			.filter(({ id }) => placed.get(id) === at + 1)
			.map(({ groupId, people }) => `${groupId}${people}`)
			.sort()
			.join(' ')
	);
}

test('the largest group is seated first, and of a group the largest parties', () => {
	expect(tables([party(2, 'b'), party(3, 'a'), party(5, 'a')], 8)).toEqual(['a3 a5', 'b2']);
	expect(tables([party(1, 'a'), party(2, 'a'), party(5, 'a'), party(4, 'a')], 6)).toEqual(['a1 a5', 'a2 a4']);
});

test('a group fills the first of its own tables that has room, though another one has room before it', () => {
	expect(tables([party(4, 'a'), party(4, 'a'), party(2, 'b'), party(2, 'b')], 6)).toEqual(['a4 b2', 'a4 b2']);
	expect(tables([party(5, 'a'), party(4, 'b'), party(1, 'b')], 6)).toEqual(['a5', 'b1 b4']);
});

test('a group fills its own table to the last seat before it takes one that others sit at', () => {
	expect(tables([party(4, 'a'), party(2, 'a'), party(4, 'c', 1)], 6)).toEqual(['c4', 'a2 a4']);
});

test('seats taken by hand count before any other', () => {
	expect(tables([party(3, 'a'), party(4, 'b', 1)], 6)).toEqual(['b4', 'a3']);
	expect(tables([party(2, 'a'), party(4, 'b', 1)], 6)).toEqual(['a2 b4']);
	expect(tables([party(2, 'a'), party(2, 'c', 2), party(4, 'b', 2)], 6)).toEqual(['a2', 'b4 c2']);
});

test('a party larger than a table takes the first empty one, and shares it with none', () => {
	expect(tables([party(9, 'a'), party(2, 'a'), party(9, 'b')], 8)).toEqual(['a9', 'a2', 'b9']);
	expect(tables([party(9, 'a'), party(1, 'b', 1)], 8)).toEqual(['b1', 'a9']);
});
