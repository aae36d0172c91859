import { hashSync } from '@node-rs/argon2';
import type { Role } from '../../src/lib/domain/people/actor';
import { dateOf } from '../../src/lib/domain/calendar/calendar';
import type { UnitKind } from '../../src/lib/domain/units/unit';
import type { Database } from '../../src/lib/server/db/client';
import { accounts as accountsTable } from '../../src/lib/server/db/schema/people/accounts';
import { units as unitsTable } from '../../src/lib/server/db/schema/units/units';
import { newTown } from './new-town';

/** The password of every account of the cast. */
export const castPassword = 'zhongshu2026';

/** The cast: administrator Zhou, cadres Liu (三星村) and He (河沙村), volunteers Mei (town) and Tang (三星村). */
export type CastName = 'zhou' | 'liu' | 'he' | 'mei' | 'tang';
export type TestUnit = 'town' | 'sanxing' | 'hesha' | 'zhongba' | 'qiaotou' | 'sanxingGroup1';

const townUnits: Record<TestUnit, { kind: UnitKind; name: string; nameEn: string; parent?: TestUnit }> = {
	town: { kind: 'town', name: '太平场镇', nameEn: 'Taipingchang Town' },
	sanxing: { kind: 'village', name: '三星村', nameEn: 'Sanxing Village', parent: 'town' },
	hesha: { kind: 'village', name: '河沙村', nameEn: 'Hesha Village', parent: 'town' },
	zhongba: { kind: 'village', name: '中坝村', nameEn: 'Zhongba Village', parent: 'town' },
	qiaotou: { kind: 'community', name: '桥头社区', nameEn: 'Qiaotou Community', parent: 'town' },
	sanxingGroup1: { kind: 'group', name: '三星村一组', nameEn: 'Sanxing Group 1', parent: 'sanxing' }
};

export const cast: Record<CastName, { name: string; role: Role; unit: TestUnit }> = {
	zhou: { name: '周测试', role: 'administrator', unit: 'town' },
	liu: { name: '刘测试', role: 'cadre', unit: 'sanxing' },
	he: { name: '何测试', role: 'cadre', unit: 'hesha' },
	mei: { name: '梅测试', role: 'volunteer', unit: 'town' },
	tang: { name: '唐测试', role: 'volunteer', unit: 'sanxing' }
};

/** When every test town begins: 2026-03-02 09:00 of the town, in milliseconds since 1970 (UTC). */
export const startAt = Date.UTC(2026, 2, 2, 1);

/** The key that seals the test towns' personal fields. */
export const dataKey = new Uint8Array(32).fill(7);

/** The same id for the same unit or account in every test. */
export const unitIds = idsOf(Object.keys(townUnits) as TestUnit[], 1);
export const accountIds = idsOf(Object.keys(cast) as CastName[], 101);

/** Writes the units and the accounts of the cast into a migrated, empty database. */
export async function settle(db: Database): Promise<void> {
	const { keys } = newTown(db, dataKey);
	const validFromOn = dateOf(Date.UTC(2023, 0, 1));
	const passwordHash = hashSync(castPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 });
	await db.insert(unitsTable).values(
		Object.entries(townUnits).map(([key, { parent, ...unit }], position) => ({
			id: unitIds[key as TestUnit],
			parentId: parent ? unitIds[parent] : null,
			...unit,
			position,
			validFromOn,
			at: startAt
		}))
	);
	await db.insert(accountsTable).values(
		Object.entries(cast).map(([username, { name, role, unit }]) => ({
			id: accountIds[username as CastName],
			username,
			nameSealed: keys.seal(name, 'accounts.name', accountIds[username as CastName]),
			role,
			unitId: unitIds[unit],
			passwordHash,
			mustChangePassword: false,
			at: startAt
		}))
	);
}

function idsOf<K extends string>(names: K[], first: number): Record<K, string> {
	const fixedId = (nth: number) => `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;
	return Object.fromEntries(names.map((name, i) => [name, fixedId(first + i)])) as Record<K, string>;
}
