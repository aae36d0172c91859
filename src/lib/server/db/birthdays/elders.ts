import { and, asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { elderDepartures, elderErasures, elders } from '../schema/birthdays/elders';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { isVillage } from '../units/villages';

export type NewElder = Omit<typeof elders.$inferInsert, 'isGone'>;

export const insertElder = (db: Database, elder: NewElder): Statement => db.insert(elders).values(elder);

export const updateElder = (
	db: Database,
	id: string,
	change: Partial<Omit<NewElder, 'id' | 'at' | 'byId'>>
): Statement => db.update(elders).set(change).where(eq(elders.id, id));

/** The departure in force of an elder: for a join. */
export const inForce = and(eq(elderDepartures.elderId, elders.id), sql`${elderDepartures.isUndone} = 0`);

const rows = (db: Database) =>
	db
		.select({
			...getTableColumns(elders),
			unitName: units.name,
			unitNameEn: units.nameEn,
			departure: {
				id: elderDepartures.id,
				reason: elderDepartures.reason,
				departedOn: elderDepartures.departedOn
			},
			erasedAt: elderErasures.at
		})
		.from(elders)
		.innerJoin(units, eq(units.id, elders.unitId))
		.leftJoin(elderDepartures, inForce)
		.leftJoin(elderErasures, eq(elderErasures.elderId, elders.id));

export type ElderRow = Awaited<ReturnType<typeof rows>>[number];

/** An elder who is or was on the roll; null when there is none. */
export async function findElder(db: Database, id: string): Promise<ElderRow | null> {
	return (await rows(db).where(eq(elders.id, id)))[0] ?? null;
}

/**
 * The whole roll of a unit and all below it: a village has some hundreds, and names and birthdays can only be looked through once they are
 * opened. Those who left only when `isGone` says so.
 */
export async function listElders(db: Database, unitId: string, isGone = false): Promise<ElderRow[]> {
	return rows(db)
		.where(and(withinUnit(elders.unitId, unitId), eq(elders.isGone, isGone)))
		.orderBy(asc(units.position), asc(elders.id));
}

/** How many are on the roll of each village, and how many left it; `unitIds` are villages. */
export async function countElders(db: Database, unitIds: readonly string[]): Promise<Map<string, number>> {
	const found = await Promise.all(
		unitIds.map((unitId) => db.$count(elders, and(withinUnit(elders.unitId, unitId), sql`${elders.isGone} = 0`)))
	);
	return new Map(unitIds.map((unitId, at) => [unitId, found[at]!]));
}

/**
 * For the audit entry of a correction: old and new values of fields that identify no person, of the rest only that
 * they changed.
 */
export function elderBeforeAndAfter(
	id: string,
	after: Record<string, unknown>,
	changed: readonly string[]
): SQL<string> {
	return sql`(select json_object('before', json_object('unitId', unit_id, 'sex', sex, 'mobility', mobility,
		'needsTransport', needs_transport, 'diet', diet, 'companions', companions, 'photoConsent', photo_consent),
		'after', json(${JSON.stringify(after)}), 'changed', json(${JSON.stringify(changed)})) from elders where id = ${id})`;
}

/** The villages (and communities) above these units: unit id → village id. */
export async function findVillagesOf(db: Database, unitIds: readonly string[]): Promise<Map<string, string>> {
	const found = await db
		.select({
			unitId: sql<string>`u.value`,
			villageId: sql<string>`v.id`
		})
		.from(
			sql`json_each(${JSON.stringify([...new Set(unitIds)])}) u
				join unit_closure c on c.descendant_id = u.value
				join units v on v.id = c.ancestor_id and ${isVillage}`
		)
		// A village that merged lies in the new one, which comes last: it is the one that counts.
		.orderBy(sql`v.valid_from_on`);
	return new Map(found.map(({ unitId, villageId }) => [unitId, villageId]));
}
