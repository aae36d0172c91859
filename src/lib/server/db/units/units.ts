import { and, asc, count, desc, eq, getTableColumns, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { UnitKind } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { withinUnit } from './scope';
import { accountClosures, accounts } from '../schema/people/accounts';
import { householdCounts, unitClosure, units } from '../schema/units/units';

export type Unit = typeof units.$inferSelect;

/** Whether `unitId` is `ancestorId` or lies below it. */
export async function isWithinUnit(db: Database, ancestorId: string, unitId: string): Promise<boolean> {
	const rows = await db
		.select({ one: unitClosure.descendantId })
		.from(unitClosure)
		.where(and(eq(unitClosure.ancestorId, ancestorId), eq(unitClosure.descendantId, unitId)));
	return rows.length > 0;
}

/** The unit without a parent: the town, or the district above several. Null on an empty database. */
export async function findRootUnit(db: Database): Promise<Unit | null> {
	const rows = await db.select().from(units).where(isNull(units.parentId)).orderBy(asc(units.id)).limit(1);
	return rows[0] ?? null;
}

/** Units of these kinds within `scope`, in the town's own order. Closed units only when `withClosed`. */
export async function listUnits(
	db: Database,
	scope: string,
	kinds: readonly UnitKind[],
	withClosed = false
): Promise<Unit[]> {
	return db
		.select()
		.from(units)
		.where(
			and(
				withinUnit(units.id, scope),
				inArray(units.kind, [...kinds]),
				withClosed ? undefined : isNull(units.validToOn)
			)
		)
		.orderBy(asc(units.position), asc(units.name));
}

export async function findUnit(db: Database, id: string): Promise<Unit | null> {
	const rows = await db.select().from(units).where(eq(units.id, id));
	return rows[0] ?? null;
}

/** The town a unit lies in; the unit itself when it lies above the towns. */
export async function findTownOf(db: Database, unitId: string): Promise<{ name: string; nameEn: string | null }> {
	const rows = await db
		.select({ name: units.name, nameEn: units.nameEn })
		.from(units)
		.innerJoin(unitClosure, eq(unitClosure.ancestorId, units.id))
		.where(and(eq(unitClosure.descendantId, unitId), or(eq(units.kind, 'town'), eq(units.id, unitId))))
		.orderBy(desc(eq(units.kind, 'town')))
		.limit(1);
	return rows[0]!;
}

/** The office in charge of a unit: itself or the nearest unit above that has a telephone; null where none has. */
export async function findOfficeOf(
	db: Database,
	unitId: string
): Promise<{ name: string; nameEn: string | null; phone: string } | null> {
	const depth = sql`(select count(*) from unit_closure as above where above.descendant_id = ${units.id})`;
	const rows = await db
		.select({ name: units.name, nameEn: units.nameEn, phone: units.phone })
		.from(units)
		.innerJoin(unitClosure, eq(unitClosure.ancestorId, units.id))
		.where(and(eq(unitClosure.descendantId, unitId), isNotNull(units.phone), ne(units.phone, '')))
		.orderBy(desc(depth))
		.limit(1);
	const office = rows[0];
	return office ? { ...office, phone: office.phone! } : null;
}

/** The units directly below with how many open ones each has below it, by kind in the town's own order, closed ones last. */
export async function listSubunits(db: Database, parentId: string): Promise<(Unit & { openBelow: number })[]> {
	const children = alias(units, 'children');
	return db
		.select({ ...getTableColumns(units), openBelow: count(children.id) })
		.from(units)
		.leftJoin(children, and(eq(children.parentId, units.id), isNull(children.validToOn)))
		.where(eq(units.parentId, parentId))
		.groupBy(units.id)
		.orderBy(isNotNull(units.validToOn), desc(units.kind), asc(units.position), asc(units.name));
}

/** Whether an open unit other than `exceptId` has this name directly below `parentId`. */
export async function isUnitNameTaken(
	db: Database,
	{ parentId, name, exceptId = '' }: { parentId: string; name: string; exceptId?: string }
): Promise<boolean> {
	const rows = await db
		.select({ id: units.id })
		.from(units)
		.where(and(eq(units.parentId, parentId), eq(units.name, name), ne(units.id, exceptId), isNull(units.validToOn)));
	return rows.length > 0;
}

/** What is still open in a unit: units below it, accounts in it or below. */
export async function countOpenIn(db: Database, unitId: string): Promise<{ units: number; accounts: number }> {
	const [subunits, staff] = await db.batch([
		db
			.select({ id: units.id })
			.from(units)
			.where(and(withinUnit(units.id, unitId), ne(units.id, unitId), isNull(units.validToOn))),
		db
			.select({ id: accounts.id })
			.from(accounts)
			.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
			.where(and(withinUnit(accounts.unitId, unitId), isNull(accountClosures.at)))
	]);
	return { units: subunits.length, accounts: staff.length };
}

/** Registered households of a unit, the newest count first. */
export async function listHouseholdCounts(
	db: Database,
	unitId: string
): Promise<{ fromOn: string; households: number }[]> {
	return db
		.select({ fromOn: householdCounts.fromOn, households: householdCounts.households })
		.from(householdCounts)
		.where(eq(householdCounts.unitId, unitId))
		.orderBy(desc(householdCounts.fromOn));
}

export const insertUnit = (db: Database, unit: typeof units.$inferInsert) => db.insert(units).values(unit);

export type UnitAttributes = Pick<Unit, 'name' | 'nameEn' | 'code' | 'phone' | 'position'>;

export const updateUnit = (db: Database, id: string, attributes: UnitAttributes) =>
	db.update(units).set(attributes).where(eq(units.id, id));

export const updateUnitClosed = (db: Database, id: string, validToOn: string) =>
	db
		.update(units)
		.set({ validToOn })
		.where(and(eq(units.id, id), isNull(units.validToOn), lte(units.validFromOn, validToOn)));

/** A second count of the same day replaces the first. */
export const upsertHouseholdCount = (db: Database, row: typeof householdCounts.$inferInsert) =>
	db
		.insert(householdCounts)
		.values(row)
		.onConflictDoUpdate({
			target: [householdCounts.unitId, householdCounts.fromOn],
			set: { households: row.households, at: row.at, byId: row.byId }
		});
