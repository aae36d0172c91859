import { expect, test } from 'vitest';
import { canStandBelow, isStatisticalCode, isVillageLevel, unitKinds, type UnitKind } from '$lib/domain/units/unit';

const places: [UnitKind, UnitKind | null, boolean][] = [
	['district', null, true],
	['town', null, true],
	['town', 'district', true],
	['village', 'town', true],
	['community', 'town', true],
	['group', 'village', true],
	['group', 'community', true],
	['grid', 'village', true],
	['grid', 'town', true],
	['village', null, false],
	['village', 'district', false],
	['village', 'village', false],
	['group', 'town', false],
	['grid', 'group', false],
	['town', 'village', false],
	['district', 'town', false]
];

test.each(places)('whether a %s may be below %s: %s', (kind, parent, isAllowed) => {
	expect(canStandBelow(kind, parent)).toBe(isAllowed);
});

test('no unit is below its own kind, so the tree has no loops of kinds', () => {
	expect(unitKinds.filter((kind) => canStandBelow(kind, kind))).toEqual([]);
});

test('villages and communities, and nothing else, are the village level', () => {
	expect(unitKinds.filter(isVillageLevel)).toEqual(['village', 'community']);
});

test.each([
	['500119115201', true],
	['110101001001', true],
	['50011911520', false],
	['5001191152011', false],
	['050119115201', false],
	['50011911520X', false],
	['５００１１９１１５２０１', false]
])('whether %s is a statistical code of twelve digits: %s', (text, isCode) => {
	expect(isStatisticalCode(text)).toBe(isCode);
});
