import type { Actor, Role } from '../../src/lib/domain/people/actor';
import { noOccasions, type Occasion } from '../../src/lib/domain/banquets/banquet';
import type { GridRole } from '../../src/lib/domain/units/unit';
import { openAccount } from '../../src/lib/server/people/accounts';
import { addGridMember, linkGridGroup } from '../../src/lib/server/units/grids';
import { addUnit, setHouseholds } from '../../src/lib/server/units/units';
import { setVillageRule } from '../../src/lib/server/banquets/village-rules';
import type { VillageKey } from './banquet-plan';
import { must, type Stage } from './stage';

export const villageKeys: VillageKey[] = ['sanxing', 'hesha', 'zhongba', 'qiaotou'];

/** The password of every account of the demo. */
export const demoPassword = 'xinfeng2024';

type Key = 'administrator' | 'townCadre' | VillageKey | 'volunteer' | 'secondVolunteer';

const accounts: Record<Key, { username: string; name: string; role: Role; unit: 'town' | VillageKey }> = {
	administrator: { username: 'zhou', name: '周示例', role: 'administrator', unit: 'town' },
	townCadre: { username: 'wu', name: '吴示例', role: 'cadre', unit: 'town' },
	sanxing: { username: 'liu', name: '刘示例', role: 'cadre', unit: 'sanxing' },
	hesha: { username: 'he', name: '何示例', role: 'cadre', unit: 'hesha' },
	zhongba: { username: 'zeng', name: '曾示例', role: 'cadre', unit: 'zhongba' },
	qiaotou: { username: 'qiao', name: '乔示例', role: 'cadre', unit: 'qiaotou' },
	volunteer: { username: 'mei', name: '梅示例', role: 'volunteer', unit: 'town' },
	secondVolunteer: { username: 'tang', name: '唐示例', role: 'volunteer', unit: 'sanxing' }
};

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

export interface Town {
	/** The office's telephone: invented, in no use. */
	phone: string;
	units: Record<'town' | VillageKey, string>;
	names: Record<VillageKey, string>;
	groups: Record<VillageKey, string[]>;
	actors: Record<Key, Actor>;
}

/** Founds the town: its units, registered households, grids with their people, village rules, and the accounts. */
export async function foundTown(stage: Stage): Promise<Town> {
	const system = stage.as({ kind: 'system' });
	stage.at('2023-01-01', '08:00');
	const validFromOn = '2023-01-01';
	const phone = '02370000000';
	const town: Town = {
		phone,
		units: { town: stage.id(), sanxing: stage.id(), hesha: stage.id(), zhongba: stage.id(), qiaotou: stage.id() },
		names: { sanxing: '三星村', hesha: '河沙村', zhongba: '中坝村', qiaotou: '桥头社区' },
		groups: { sanxing: [], hesha: [], zhongba: [], qiaotou: [] },
		actors: {} as Town['actors']
	};
	const root = {
		id: town.units.town,
		parentId: null,
		kind: 'town',
		name: '太平场镇',
		nameEn: 'Taipingchang Town'
	} as const;
	must(await addUnit(system, { ...root, phone, validFromOn }));
	const grids: string[] = [];
	for (const [position, key] of villageKeys.entries()) {
		grids.push(...(await foundVillage(stage, town, key, position)));
	}
	await staffGrids(stage, grids);
	for (const [key, { username, name, role, unit }] of Object.entries(accounts) as [Key, (typeof accounts)[Key]][]) {
		const accountId = stage.id();
		const unitId = town.units[unit];
		must(await openAccount(system, { id: accountId, username, name, role, unitId, password: demoPassword }));
		town.actors[key] = { kind: 'account', accountId, username, role, unitId, mustChangePassword: false };
	}
	return town;
}

/** Out: the ids of the village's grids. */
async function foundVillage(stage: Stage, town: Town, key: VillageKey, position: number): Promise<string[]> {
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

async function staffGrids(stage: Stage, grids: string[]): Promise<void> {
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
