// What adding, changing and closing a unit reads and writes.
import { and, count, desc, eq, inArray, isNull, lte, ne, sql, type SQL } from 'drizzle-orm';
import { lastPosition } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { withinUnit } from './scope';
import { accountClosures, accounts } from '../schema/people/accounts';
import { unitNames, units } from '../schema/units/units';
import type { Unit } from './units';

/** Whether an open unit other than those of `exceptIds` has this name directly below `parentId`. */
export async function isUnitNameTaken(
	db: Database,
	{ parentId, name, exceptIds }: { parentId: string; name: string; exceptIds: readonly string[] }
): Promise<boolean> {
	const rows = await db
		.select({ id: units.id })
		.from(units)
		.where(and(eq(units.parentId, parentId), eq(units.name, name), isNull(units.validToOn)));
	return rows.some(({ id }) => !exceptIds.includes(id));
}

/** What is still open in a unit: units below it, accounts in it or below. */
export async function countOpenIn(db: Database, unitId: string): Promise<{ units: number; accounts: number }> {
	const [subunits, staff] = await db.batch([
		db
			.select({ count: count() })
			.from(units)
			.where(and(withinUnit(units.id, unitId), ne(units.id, unitId), isNull(units.validToOn))),
		db
			.select({ count: count() })
			.from(accounts)
			.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
			.where(and(withinUnit(accounts.unitId, unitId), isNull(accountClosures.at)))
	]);
	return { units: subunits[0]!.count, accounts: staff[0]!.count };
}

/** A new unit; its position may be asked of the database (`nextPosition`). */
export const insertUnit = (
	db: Database,
	unit: Omit<typeof units.$inferInsert, 'position'> & { position?: number | SQL<number> }
) => db.insert(units).values(unit);

/** The number that puts a unit after all that were ever below its parent. */
export const nextPosition = (parentId: string) =>
	sql<number>`(select min(coalesce(max(position), 0) + 1, ${lastPosition}) from units where parent_id = ${parentId})`;

export type UnitAttributes = Pick<Unit, 'name' | 'nameEn' | 'code' | 'phone' | 'position'>;

export const updateUnit = (db: Database, id: string, attributes: UnitAttributes) =>
	db.update(units).set(attributes).where(eq(units.id, id));

export const updateUnitName = (db: Database, id: string, name: Pick<Unit, 'name' | 'nameEn'>) =>
	db.update(units).set(name).where(eq(units.id, id));

/** The open groups and grids of a village. `lastNameOn`: the day of its latest name; null where it was never renamed. */
export const listPartsWithNames = (db: Database, villageId: string) =>
	db
		.select({
			id: units.id,
			name: units.name,
			nameEn: units.nameEn,
			validFromOn: units.validFromOn,
			lastNameOn: sql<
				string | null
			>`(select max(${unitNames.fromOn}) from ${unitNames} where ${unitNames.unitId} = ${units.id})`
		})
		.from(units)
		.where(and(eq(units.parentId, villageId), inArray(units.kind, ['group', 'grid']), isNull(units.validToOn)));

/** The names that a unit has had, the latest first. */
export const listUnitNames = (db: Database, unitId: string) =>
	db
		.select({ fromOn: unitNames.fromOn, name: unitNames.name, nameEn: unitNames.nameEn })
		.from(unitNames)
		.where(eq(unitNames.unitId, unitId))
		.orderBy(desc(unitNames.fromOn));

/** A name that was written down for the same day is another way to write it. */
export const upsertUnitName = (db: Database, row: typeof unitNames.$inferInsert) =>
	db
		.insert(unitNames)
		.values(row)
		.onConflictDoUpdate({
			target: [unitNames.unitId, unitNames.fromOn],
			set: { name: row.name, nameEn: row.nameEn, at: row.at, byId: row.byId }
		});

export const updateUnitClosed = (db: Database, id: string, validToOn: string) =>
	db
		.update(units)
		.set({ validToOn })
		.where(and(eq(units.id, id), isNull(units.validToOn), lte(units.validFromOn, validToOn)));

/** The last day of a unit whose place another takes on the next, also where it had ended later; one before its first where it had just begun. */
export const updateUnitReplaced = (db: Database, id: string, validToOn: string) =>
	db.update(units).set({ validToOn }).where(eq(units.id, id));
