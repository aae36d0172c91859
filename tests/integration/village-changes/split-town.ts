// 三星村 is split into 东星村 and 西星村; its one group goes to the first.
import { expect } from 'vitest';
import { actAs } from '../../../src/lib/server/context';
import { findUnit } from '../../../src/lib/server/db/units/units';
import { askVillages, villagesOf } from '../../../src/lib/server/db/units/villages';
import { splitVillage, type SplitVillageCommand } from '../../../src/lib/server/village-changes/split-village';
import { id, ledger, town } from '../releases/release-town';
import type { TestUnit } from '../cast';
import { putBanquet } from '../rows/banquet-rows';

export const onDate = '2026-02-01';

export const command = (over: Partial<SplitVillageCommand> = {}): SplitVillageCommand => ({
	...{ id: id(), villageId: town.units.sanxing, onDate, rest: 1, note: '分村' },
	into: [
		{ name: '东星村', partIds: [town.units.sanxingGroup1] },
		{ name: '西星村', nameEn: 'Xixing Village', partIds: [] }
	],
	...over
});

export const split = (over: Partial<SplitVillageCommand> = {}) => splitVillage(town.as('zhou'), command(over));

/** Two new villages that take over no group. */
export const two = (one: string, other: string) => [
	{ name: one, partIds: [] },
	{ name: other, partIds: [] }
];

/** The villages that tables of a year list. */
export const rowsOf = async (year: number) =>
	villagesOf(
		await askVillages(town.ctx.db, { scope: town.units.town, fromOn: `${year}-01-01`, on: `${year}-12-31` })
	).map(({ name }) => name);

export const column = async (sql: string) =>
	(await town.ctx.db.$client.execute(sql)).rows.map((row) => Object.values(row)[0]);

/** Splits the village. Out: the ids of 东星村 and 西星村. */
export async function splitUp(over: Partial<SplitVillageCommand> = {}): Promise<[east: string, west: string]> {
	const done = command(over);
	expect(await splitVillage(town.as('zhou'), done)).toEqual({ ok: true });
	const ids = await column(`select to_id from unit_splits where from_id = '${done.villageId}' order by nth`);
	return ids.map(String) as [string, string];
}

/** Cadre Liu, of a unit. */
export function liuOf(unitId: string) {
	const liu = town.as('liu');
	return liu.actor.kind === 'account' ? actAs(liu, { ...liu.actor, unitId }) : liu;
}

/** Puts so many held banquets on a day into a unit that is none of the cast. */
export async function heldIn(unitId: string, on: string, count: number): Promise<void> {
	const units = { ...town.units, zhongba: unitId };
	for (let nth = 0; nth < count; nth++) await putBanquet({ ...town, units }, 'zhongba' satisfies TestUnit, on);
}

export const unitOf = async (unitId: string) => (await findUnit(town.ctx.db, unitId))!;

export { ledger, town };
