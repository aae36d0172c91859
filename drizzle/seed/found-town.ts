import type { Role } from '../../src/lib/domain/people/actor';
import { openAccount } from '../../src/lib/server/people/account-openings';
import { addUnit } from '../../src/lib/server/units/units';
import type { VillageKey } from './banquet-plan';
import { must, type Stage } from './stage';
import { foundVillage, staffGrids } from './villages';
import { type Key, type Town, villageKeys, demoPassword } from './town';

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
