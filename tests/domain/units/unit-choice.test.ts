import { describe, expect, test } from 'vitest';
import { byVillage, listFirst, listFound, mostListed, type FoundUnit } from '../../../src/lib/domain/units/unit-choice';

const village = (nth: number, more: Partial<FoundUnit> = {}): FoundUnit => ({
	id: `v${nth}`,
	name: `村${nth}`,
	nameEn: null,
	kind: 'village',
	parentId: 'town',
	position: nth,
	...more
});
const group = (of: number, nth: number, more: Partial<FoundUnit> = {}): FoundUnit => ({
	id: `v${of}g${nth}`,
	name: `村${of}第${nth}组`,
	nameEn: null,
	kind: 'group',
	parentId: `v${of}`,
	position: nth,
	...more
});
const villages = (count: number, more: Partial<FoundUnit> = {}) =>
	Array.from({ length: count }, (_, nth) => village(nth, more));
const ids = (units: readonly { id: string }[]) => units.map(({ id }) => id);

describe('while no name narrows the units', () => {
	test('a few are all listed in the town’s own order, groups among them', () => {
		const choice = listFirst([village(1), village(2), group(1, 0), group(2, 3)], 'v1g0');
		expect(choice).toMatchObject({ isNarrowed: false, leftOut: null, isSeveral: true, isEmpty: false, only: '' });
		expect(ids(choice.units)).toEqual(['v1', 'v1g0', 'v2', 'v2g3']);
		expect(choice.chosen?.name).toBe('村1第0组');
	});

	test('as many as a list may hold are still all listed, one more is not', () => {
		expect(listFirst(villages(mostListed), null).units).toHaveLength(mostListed);
		expect(listFirst(villages(mostListed + 1), null)).toMatchObject({ isNarrowed: true, units: [], leftOut: 'units' });
	});

	test('of many, a few villages are listed without their groups', () => {
		const read = [...villages(40), ...Array.from({ length: 21 }, (_, nth) => group(0, nth))];
		const choice = listFirst(read, null);
		expect(choice).toMatchObject({ isNarrowed: true, leftOut: 'groups', only: '' });
		expect(ids(choice.units)).toEqual(ids(villages(40)));
	});

	test('of many groups alone none is listed', () => {
		const read = Array.from({ length: 61 }, (_, nth) => group(0, nth));
		expect(listFirst(read, null)).toMatchObject({ isNarrowed: true, units: [], leftOut: 'units' });
	});

	test('the only unit is known, and so is that there is none', () => {
		expect(listFirst([village(1)], null)).toMatchObject({ only: 'v1', isSeveral: false });
		expect(listFirst([], null)).toMatchObject({ isEmpty: true, only: '' });
	});

	test('the id of a unit that is not listed, such as a closed one, is kept', () => {
		expect(listFirst([village(1)], 'closed')).toMatchObject({ chosen: null, chosenId: 'closed' });
	});
});

describe('a name', () => {
	const found = { isFound: true };

	test('that finds one unit chooses it', () => {
		expect(listFound([village(3, found)], '村3', null)).toMatchObject({ chosenId: 'v3', leftOut: null });
		expect(listFound([village(3, found), group(3, 1, found)], '村3', null)).toMatchObject({
			chosen: null,
			chosenId: null
		});
	});

	test('of a village chooses it for a list, though its groups are found too; of several villages none', () => {
		const own = [village(3, found), group(3, 1, found)];
		expect(listFound(own, '村3', null, true)).toMatchObject({ chosenId: 'v3', foundId: 'v3' });
		expect(listFound([...own, village(4, found)], '村', null, true)).toMatchObject({ chosenId: null, foundId: null });
	});

	test('that is a group’s very name chooses the group, written in letters of any width', () => {
		const own = [village(3, found), group(3, 1, found), group(3, 2, found)];
		expect(listFound(own, '村３第 2 组', null)).toMatchObject({ chosenId: 'v3g2', foundId: 'v3g2' });
	});

	test('that does not find the chosen unit replaces it, with all of its village', () => {
		const near = { isNear: true, isFound: false };
		const read = [village(1, near), group(1, 1, near), village(2, found), group(2, 1, found)];
		const choice = listFound(read, '村2', 'v1g1');
		expect(ids(choice.units)).toEqual(['v2', 'v2g1']);
		expect(choice.chosenId).toBeNull();
	});

	test('that finds the chosen unit keeps it', () => {
		const read = [village(1, { isNear: true, ...found }), group(1, 1, { isNear: true, ...found }), village(2, found)];
		expect(listFound(read, '村', 'v1g1').chosenId).toBe('v1g1');
	});

	test('that finds too many leaves out groups, but not those of the chosen village', () => {
		const near = [village(0, { isNear: true, ...found }), group(0, 1, { isNear: true, ...found })];
		const read = [
			...near,
			...villages(30, found).slice(1),
			...Array.from({ length: 30 }, (_, nth) => group(5, nth, found))
		];
		const choice = listFound(read, '村', 'v0');
		expect(choice.leftOut).toBe('groups');
		expect(choice.units).toHaveLength(31);
		expect(ids(choice.units)).toContain('v0g1');
	});

	test('that finds too many villages lists the first of them, and says so', () => {
		const choice = listFound(villages(mostListed + 1, found), '村', null);
		expect(choice.leftOut).toBe('units');
		expect(choice.units).toHaveLength(mostListed);
	});
});

test('units are put under their village; what has none comes alone', () => {
	const town = village(9, { id: 'town', kind: 'town', parentId: null });
	const heads = byVillage([town, village(1), group(1, 1), group(2, 1), village(3)]);
	expect(heads.map(({ head, groups }) => [head.id, ids(groups)])).toEqual([
		['town', []],
		['v1', ['v1g1']],
		['v2g1', []],
		['v3', []]
	]);
});
