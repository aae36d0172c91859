import { fc, test as property } from '../../properties';
import { expect, test } from 'vitest';
import { seatGuests, type Party } from '$lib/domain/birthdays/seating';

const party = (id: string, people: number, groupId = 'a', table: number | null = null): Party => ({
	id,
	people,
	groupId,
	table
});
const parties = fc
	.array(
		fc.record({
			people: fc.integer({ min: 1, max: 5 }),
			group: fc.nat(4),
			table: fc.constantFrom(null, null, null, 2)
		}),
		{
			maxLength: 40
		}
	)
	.map((list) => list.map(({ people, group, table }, at) => party(String(at), people, String(group), table)));

property.prop([parties, fc.integer({ min: 6, max: 12 })])(
	'every party sits whole at one table, those put by hand stay, and no table the system fills has more than its seats',
	(list, seats) => {
		const placed = seatGuests(list, seats);
		expect([...placed.keys()].sort()).toEqual(list.map(({ id }) => id).sort());
		for (const { id, table } of list) if (table !== null) expect(placed.get(id)).toBe(table);
		for (const table of new Set(placed.values())) {
			const here = list.filter(({ id }) => placed.get(id) === table);
			const people = here.reduce((sum, each) => sum + each.people, 0);
			const byHand = here.filter((each) => each.table !== null).reduce((sum, each) => sum + each.people, 0);
			expect(people <= seats || people === byHand).toBe(true);
		}
	}
);

property.prop([parties])('the same guests sit the same way every time', (list) => {
	expect([...seatGuests(list, 8)]).toEqual([...seatGuests(list, 8)]);
});

test('neighbours sit together: a group fills its own tables before it takes another', () => {
	const placed = seatGuests([party('1', 3, 'a'), party('2', 3, 'b'), party('3', 3, 'a'), party('4', 3, 'b')], 6);
	expect(placed.get('1')).toBe(placed.get('3'));
	expect(placed.get('2')).toBe(placed.get('4'));
	expect(placed.get('1')).not.toBe(placed.get('2'));
});

test('a party larger than a table has one alone', () => {
	const placed = seatGuests([party('1', 7), party('2', 2)], 6);
	expect(placed.get('1')).not.toBe(placed.get('2'));
});
