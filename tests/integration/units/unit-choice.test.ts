import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { listedField, searchField } from '../../../src/lib/domain/units/unit-choice';
import type { UnitKind } from '../../../src/lib/domain/units/unit';
import { units } from '../../../src/lib/server/db/schema/units/units';
import { readUnitChoice } from '../../../src/lib/server/units/unit-choice';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
const kinds: UnitKind[] = ['village', 'community', 'group'];
const idOf: Record<string, string> = {};

/** Beside the four of the cast, villages of two groups each. The groups of 杏花村 are named without their village. */
const villages = Array.from({ length: 70 }, (_, nth) => (nth === 0 ? '杏花村' : `第${nth}村`));

beforeAll(async () => {
	town = await openTestTown();
	const unit = (name: string, kind: UnitKind, parentId: string, position: number, nameEn: string | null = null) => {
		idOf[name] = town.ctx.newId();
		return { id: idOf[name], name, nameEn, kind, parentId, position, validFromOn: '2020-01-01', at: 0 };
	};
	const rows = villages.map((name, nth) => unit(name, 'village', town.units.town, nth + 10, `Village ${nth}`));
	const groups = villages.flatMap((name, nth) =>
		['一组', '二组'].map((group, at) => unit(nth === 0 ? group : name + group, 'group', idOf[name]!, at))
	);
	await town.ctx.db.insert(units).values([...rows, ...groups]);
});
afterAll(() => town.close());

const read = (sent: Record<string, string>, more: Partial<Parameters<typeof readUnitChoice>[2]> = {}) =>
	readUnitChoice(town.ctx, new URLSearchParams(sent), { name: 'unitId', scope: town.units.town, kinds, ...more });
const find = (name: string, unitId = '') => read({ [searchField('unitId')]: name, unitId });
const names = ({ units }: Awaited<ReturnType<typeof read>>) => units.map(({ name }) => name);

describe('among many units', () => {
	test('none is listed until one is looked for', async () => {
		expect(await read({})).toMatchObject({ isNarrowed: true, units: [], chosen: null });
	});

	test('a name finds a village with its groups', async () => {
		expect(names(await find('第7村')).toSorted()).toEqual(['第7村', '第7村一组', '第7村二组']);
	});

	test('a name that is longer than the village’s finds it, and so does one with spaces', async () => {
		expect(names(await find('第 7 村三组'))).toContain('第7村二组');
	});

	test('a group is found by the name of its village before its own', async () => {
		expect(await find('杏花村一组')).toMatchObject({ isNarrowed: true });
		expect(names(await find('杏花村一组'))).toContain('一组');
	});

	test('digits of full width find, and so do words that leave out what is between them', async () => {
		expect(names(await find('第５村')).toSorted()).toEqual(['第5村', '第5村一组', '第5村二组']);
		expect(names(await find('第 ５　村'))).toContain('第5村');
		expect(names(await find('杏花 二组'))).toEqual(['二组']);
		expect((await find('杏花 二组')).chosenId).toBe(idOf['二组']);
	});

	test('a list is of the one village that its name finds, and of nothing while it finds several or none', async () => {
		expect(await find('第7村')).toMatchObject({ chosenId: idOf['第7村'], isOpen: false });
		expect(await find('第7村', idOf['第9村'])).toMatchObject({ chosenId: idOf['第7村'], isOpen: false });
		expect(await find('第6')).toMatchObject({ chosenId: null, isOpen: true });
		expect(await find('没有这个村', idOf['第9村'])).toMatchObject({ chosenId: null, isOpen: true, units: [] });
		expect(await read({})).toMatchObject({ isOpen: false });
	});

	test('a form that writes is left to choose among a village and its groups', async () => {
		const sent = { [searchField('unitId')]: '第7村', [listedField('unitId')]: '', unitId: '' };
		expect(await read(sent)).toMatchObject({ chosenId: null, isOpen: false });
		expect(await read({ ...sent, [searchField('unitId')]: '第7村二组' })).toMatchObject({ foundId: idOf['第7村二组'] });
	});

	test('an English name finds a village', async () => {
		expect(names(await find('village 13'))).toContain('第13村');
	});

	test('signs of a pattern are letters like others', async () => {
		expect(names(await find('%'))).toEqual([]);
		expect(names(await find('第_村'))).toEqual([]);
	});

	test('a chosen unit is listed with its village, though no name was looked for', async () => {
		const choice = await read({ unitId: idOf['第7村一组']! });
		expect(names(choice).toSorted()).toEqual(['第7村', '第7村一组', '第7村二组']);
		expect(choice.chosen?.name).toBe('第7村一组');
		expect((await read({}, { first: idOf['第7村一组']! })).chosen?.name).toBe('第7村一组');
	});

	test('what was sent counts, and not what the form began with', async () => {
		expect((await read({ unitId: '' }, { first: idOf['第7村']! })).chosen).toBeNull();
	});

	test('a name that finds too many lists the villages; one of them and the same name list its groups too', async () => {
		const choice = await find('村');
		expect(choice.leftOut).toBe('units');
		expect(choice.units).toHaveLength(60);
		const next = await find('村', idOf['第7村']!);
		expect(next.chosen?.name).toBe('第7村');
		expect(names(next)).toContain('第7村二组');
	});

	test('only units of the scope are found', async () => {
		const choice = await read(
			{ [searchField('unitId')]: '第8村' },
			{ scope: town.units.town, among: 'directly-below', kinds: ['village'] }
		);
		expect(names(choice)).toEqual(['第8村']);
		expect((await read({}, { scope: idOf['第8村']! })).isNarrowed).toBe(false);
	});
});
