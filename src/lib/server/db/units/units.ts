import { and, asc, count, desc, eq, getTableColumns, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { UnitKind } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { formerOf, withinUnit } from './scope';
import { unitClosure, units } from '../schema/units/units';

export type Unit = typeof units.$inferSelect;

/** Whether `unitId` is `ancestorId` or lies below it. */
export async function isWithinUnit(db: Database, ancestorId: string, unitId: string): Promise<boolean> {
	const rows = await db
		.select({ one: unitClosure.descendantId })
		.from(unitClosure)
		.where(and(eq(unitClosure.ancestorId, ancestorId), eq(unitClosure.descendantId, unitId)));
	return rows.length > 0;
}

/** Whether a unit is a former one of a village that came of a split (see `formerOf`). */
export async function isFormerOf(db: Database, villageId: string, unitId: string): Promise<boolean> {
	return (await db.all(sql`select 1 where ${unitId} in ${formerOf(villageId)}`)).length > 0;
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

/** The office in charge of a unit: itself or the nearest open unit above that has a telephone; null where none has. */
export async function findOfficeOf(
	db: Database,
	unitId: string
): Promise<{ name: string; nameEn: string | null; phone: string } | null> {
	const depth = sql`(select count(*) from unit_closure as above where above.descendant_id = ${units.id})`;
	const rows = await db
		.select({ name: units.name, nameEn: units.nameEn, phone: units.phone })
		.from(units)
		.innerJoin(unitClosure, eq(unitClosure.ancestorId, units.id))
		.where(
			and(
				eq(unitClosure.descendantId, unitId),
				isNotNull(units.phone),
				ne(units.phone, ''),
				or(eq(units.id, unitId), isNull(units.validToOn))
			)
		)
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
