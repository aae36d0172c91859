// The villages of the town, with their groups, grids and rules.
import { noOccasions, type Occasion } from '../../src/lib/domain/banquets/banquet';
import type { GridRole } from '../../src/lib/domain/units/unit';
import { addGridMember } from '../../src/lib/server/units/grid-members';
import { linkGridGroup } from '../../src/lib/server/units/grids';
import { addUnit } from '../../src/lib/server/units/units';
import { setHouseholds } from '../../src/lib/server/units/households';
import { setVillageRule } from '../../src/lib/server/banquets/village-rules';
import type { VillageKey } from './banquet-plan';
import { must, type Stage } from './stage';
import type { Town } from './town';

/** Households, groups 组 and grids 网格; a village's rule: days of notice and tables per meal. */
const villages = {
	sanxing: { name: '三星村', nameEn: 'Sanxing Village', households: 620, groups: 6, grids: 3, rule: [10, 30] },
	hesha: { name: '河沙村', nameEn: 'Hesha Village', households: 540, groups: 5, grids: 2, rule: [10, 25] },
	zhongba: { name: '中坝村', nameEn: 'Zhongba Village', households: 480, groups: 5, grids: 2, rule: [5, 20] },
	qiaotou: { name: '桥头社区', nameEn: 'Qiaotou Community', households: 760, groups: 6, grids: 3, rule: [15, 40] }
} as const;

/** The villages' own sentences, invented; 中坝村 sees its recruits off with a meal and leaves that open. */
const ruleWords: Record<VillageKey, { wording: string; source: string; discouraged?: Occasion[] }> = {
	sanxing: {
		wording: '婚事新办、丧事简办。确需办席的，提前十天向村委会报备，每餐不超过三十桌。除婚丧以外提倡不办酒席。',
		source: '《三星村村规民约》第十二条'
	},
	hesha: {
		wording: '办席提前十天告知本组组长，每餐不超过二十五桌；升学、乔迁、生日，自家人吃顿饭就好。',
		source: '《河沙村村规民约》第九条'
	},
	zhongba: {
		wording: '婚丧办席提前五天报备，每餐二十桌以内。除婚丧、送子参军外，不提倡办酒。',
		source: '《中坝村村规民约》第七条',
		discouraged: noOccasions.filter((occasion) => occasion !== 'enlistment')
	},
	qiaotou: {
		wording: '居民办席提前十五天向社区报备，每餐不超过四十桌。不办无事酒，不送人情礼。',
		source: '《桥头社区居民公约》第十条'
	}
};

const numerals = ['一', '二', '三', '四', '五', '六'];
const members: Record<GridRole, number> = { 'full-time': 3, 'part-time': 10, helper: 83 };

/** Out: the ids of the village's grids. */
export async function foundVillage(stage: Stage, town: Town, key: VillageKey, position: number): Promise<string[]> {
	const system = stage.as({ kind: 'system' });
	const { name, nameEn, households, groups, grids, rule } = villages[key];
	const id = town.units[key];
	const validFromOn = '2023-01-01';
	const kind = key === 'qiaotou' ? 'community' : 'village';
	must(await addUnit(system, { id, parentId: town.units.town, kind, name, nameEn, position, validFromOn }));
	must(await setHouseholds(system, { id: stage.id(), unitId: id, fromOn: validFromOn, households }));
	const [noticeDays, tablesPerMeal] = rule;
	const limits = { fromOn: validFromOn, noticeDays, tablesPerMeal, pricePerTable: 500 };
	const words = ruleWords[key];
	must(
		await setVillageRule(system, { id: stage.id(), unitId: id, discouraged: [...noOccasions], ...words, ...limits })
	);
	for (let i = 0; i < groups; i++) {
		const groupId = stage.id();
		const words = { name: `${name}${numerals[i]}组`, nameEn: `${nameEn} Group ${i + 1}`, position: i };
		must(await addUnit(system, { id: groupId, parentId: id, kind: 'group', ...words, validFromOn }));
		town.groups[key].push(groupId);
	}
	const made: string[] = [];
	for (let i = 0; i < grids; i++) {
		const gridId = stage.id();
		const words = { name: `${name}第${numerals[i]}网格`, nameEn: `${nameEn} Grid ${i + 1}`, position: i };
		must(await addUnit(system, { id: gridId, parentId: id, kind: 'grid', ...words, validFromOn }));
		for (const groupId of town.groups[key].filter((_, nth) => nth % grids === i)) {
			must(await linkGridGroup(system, { id: stage.id(), gridId, groupId }));
		}
		made.push(gridId);
	}
	return made;
}

export async function staffGrids(stage: Stage, grids: string[]): Promise<void> {
	const system = stage.as({ kind: 'system' });
	const roles = (Object.entries(members) as [GridRole, number][]).flatMap(([role, count]) =>
		Array<GridRole>(count).fill(role)
	);
	for (const [i, role] of roles.entries()) {
		const gridId = grids[i % grids.length]!;
		const { name } = stage.newPerson();
		must(await addGridMember(system, { id: stage.id(), gridId, role, name, fromOn: '2023-01-01' }));
	}
}
