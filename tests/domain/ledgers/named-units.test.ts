import { describe, expect, test } from 'vitest';
import {
	listLedgerGroups,
	findLedgerUnit,
	groupInCell,
	namesOfUnits
} from '../../../src/lib/domain/ledgers/ledger-unit';
import { isThereOn, lastDay, nameOn, type NamedUnit, type UnitPast } from '../../../src/lib/domain/ledgers/unit-past';

const unit = (
	id: string,
	kind: 'town' | 'village' | 'group',
	name: string,
	parentId: string | null,
	nameEn: string | null = null
) => ({
	...{ id, kind, name, parentId, nameEn }
});
/** Made in each test: what is wrong with how they are made shows there. */
const units = () =>
	namesOfUnits([
		unit('t', 'town', '太平场镇', null, 'Taipingchang Town'),
		unit('s', 'village', '三星村', 't', 'Sanxing Village'),
		unit('q', 'village', '桥头社区', 't'),
		unit('q2', 'village', '桥东村', 't'),
		unit('s1', 'group', '一组', 's', 'Group 1'),
		unit('s2', 'group', '三星村第二村民小组', 's'),
		unit('s10', 'group', '十组', 's'),
		unit('s20', 'group', '二十组', 's'),
		unit('s21', 'group', '二十一社', 's'),
		unit('q1', 'group', '居民一组', 'q')
	]);
const find = (cell: string) => findLedgerUnit(units(), cell)?.id ?? null;

test('units are at hand by their ids, groups too', () => {
	expect(['s', 's2', 'x'].map((id) => units().byId.get(id)?.name)).toEqual(['三星村', '三星村第二村民小组', undefined]);
});

describe('a unit that changed', () => {
	const names = [
		{ fromOn: '2020-01-01', name: '三星村', nameEn: null },
		{ fromOn: '2025-07-01', name: '三星新村', nameEn: null },
		{ fromOn: '2026-01-01', name: '星村', nameEn: null }
	];
	const past = (changed: Partial<UnitPast>): NamedUnit => ({
		...unit('s', 'village', '今星村', 't'),
		past: { names: [], firstOn: null, lastOn: null, from: [], into: [], ...changed }
	});

	test.each([
		['2019-12-31', '三星村'],
		['2025-06-30', '三星村'],
		['2025-07-01', '三星新村'],
		['2025-12-31', '三星新村'],
		['2026-01-01', '星村'],
		[lastDay, '星村']
	])('has on %s the name %s', (on, name) => expect(nameOn(past({ names }), on)).toBe(name));

	test.each(['2019-12-31', lastDay])('has one name on every day where it was never renamed: %s', (on) => {
		expect(nameOn(past({}), on)).toBe('今星村');
		expect(nameOn(unit('s', 'village', '三星村', 't'), on)).toBe('三星村');
	});

	test.each([
		['2023-12-31', [false, true, false, true]],
		['2024-01-01', [true, true, true, true]],
		['2025-06-30', [true, true, true, true]],
		['2025-07-01', [true, false, false, true]],
		[lastDay, [true, false, false, true]]
	] as const)('is there from its first day to its last, both of them: %s', (on, there) => {
		const [firstOn, lastOn] = ['2024-01-01', '2025-06-30'];
		const changed = [{ firstOn }, { lastOn }, { firstOn, lastOn }, {}].map(past);
		expect(changed.map((one) => isThereOn(one, on))).toEqual(there);
		expect(isThereOn(unit('s', 'village', '三星村', 't'), on)).toBe(true);
	});
});

describe('a village in a cell', () => {
	test.each([
		['sanxing village', 's'],
		['SanxingVillage', 's'],
		['（三星村）', 's'],
		['三星村二组', 's'],
		['太平场镇桥头社区三组', 'q'],
		['桥头', 'q'],
		['taipingchang town', 't']
	])('%s: %s', (cell, id) => expect(find(cell)).toBe(id));

	test.each([
		['桥', 'one character is too little'],
		['三', 'one character, though one village alone begins with it'],
		['桥东村和三星村', 'two villages'],
		['东村', 'an end'],
		['group 1', 'a group'],
		['二十组', 'a group'],
		['  ', 'nothing']
	])('%s is none: %s', (cell) => expect(find(cell)).toBeNull());

	test('whose beginning two share is none, and the same answer is given again', () => {
		const twins = namesOfUnits([unit('a', 'village', '新桥村', 't'), unit('b', 'village', '新桥社区', 't')]);
		for (let time = 0; time < 2; time++) {
			expect(findLedgerUnit(twins, '新桥')).toBeNull();
			expect(findLedgerUnit(twins, '新桥村')?.id).toBe('a');
		}
		const within = namesOfUnits([unit('a', 'village', '三星村', 't'), unit('b', 'village', '星村', 't')]);
		expect(findLedgerUnit(within, '三星村')?.id, 'the whole name counts before one within it').toBe('a');
		const same = namesOfUnits([unit('a', 'village', '新桥村', 't'), unit('b', 'village', '新桥村', 't')]);
		expect(findLedgerUnit(same, '新桥村')).toBeNull();
	});
});

describe('a group in a cell', () => {
	const group = (cell: string, village = 's') => listLedgerGroups(units(), village, cell)[0]?.id ?? null;

	test.each([
		['1', 's1'],
		['一', 's1'],
		['Group 1', 's1'],
		['第一组', 's1'],
		['2社', 's2'],
		['三星村2小组', 's2'],
		['10组', 's10'],
		['20组', 's20'],
		['第20村民小组', 's20'],
		['21组', 's21'],
		['二十一小组', 's21']
	])('%s: %s', (cell, id) => expect(group(cell)).toBe(id));

	test.each(['3组', '12组', '2', '', '组', '30'])('%s of another village is none there', (cell) =>
		expect(group(cell, 'q')).toBeNull()
	);

	test('is looked for in its own village', () => {
		expect(group('1组', 'q2')).toBeNull();
		expect(group('居民一组', 'q')).toBe('q1');
	});

	test.each([
		['三星村一组', '一组'],
		['三星村 第12村民小组', '第12村民小组'],
		['桥头社区3社', '3社'],
		['太平场镇三星村十一小组', '十一小组'],
		['三星村', ''],
		['一组', ''],
		['三星村一组旁', ''],
		['三星村组', ''],
		['三星村1234组', '']
	])('after its village in %s: %s', (cell, text) => expect(groupInCell(cell)).toBe(text));
});
