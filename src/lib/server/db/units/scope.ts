import { and, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../client';
import { unitClosure } from '../schema/units/units';

/** True for records of the unit and of everything below it: every list query of staff carries it. */
export function withinUnit(column: AnySQLiteColumn, unitId: string): SQL {
	return sql`${column} in ${unitsIn(unitId)}`;
}

/**
 * The same for a query that finds its few records by themselves: each one's unit is looked up, and SQLite never begins with the records of
 * all units.
 */
export const liesWithin = (column: SQLWrapper, unitId: string): SQL =>
	sql`exists (select 1 from ${unitClosure} where ${unitClosure.ancestorId} = ${unitId} and ${unitClosure.descendantId} = ${column})`;

/** Whether each of these records is there, and of `scope` or below it: of a table, by its columns of ids and of units. */
export async function areAllWithin(
	db: Database,
	{ table, id, unitId }: { table: SQLiteTable; id: AnySQLiteColumn; unitId: AnySQLiteColumn },
	{ scope, ids }: { scope: string; ids: readonly string[] }
): Promise<boolean> {
	const listed = sql`${id} in (select value from json_each(${JSON.stringify(ids)}))`;
	return (await db.$count(table, and(listed, liesWithin(unitId, scope)))) === new Set(ids).size;
}

const unitsIn = (unitId: string) =>
	sql`(select ${unitClosure.descendantId} from ${unitClosure} where ${unitClosure.ancestorId} = ${unitId})`;

/** A unit as a list reads it: how many units its records are of. */
export interface Reach {
	unitId: string;
	/** `all`: every unit there is. `few`: so few that their records are read unit by unit. */
	of: 'all' | 'many' | 'few';
}

/** Units that a list reads one by one and then puts in order. Of more it reads all records in the order of an index. */
const fewUnits = 60;

/** How far a list of `unitId` within `scope` reaches; null where the unit is not within the scope. */
export async function readReach(db: Database, scope: string, unitId: string = scope): Promise<Reach | null> {
	const [found] = await db.all<{ isWithin: number; isAll: number; size: number }>(sql`
		select exists (select 1 from unit_closure where ancestor_id = ${scope} and descendant_id = ${unitId}) as isWithin,
			not exists (select 1 from units where parent_id is null and id <> ${unitId}) as isAll,
			(select count(*) from (select 1 from unit_closure where ancestor_id = ${unitId} limit ${fewUnits + 1})) as size`);
	if (!found?.isWithin) return null;
	return { unitId, of: found.isAll ? 'all' : found.size > fewUnits ? 'many' : 'few' };
}

/**
 * True for records within a reach. SQLite would look up many units one by one and put all their records in order: `+` makes it read the
 * records in the order of the list, which ends after a page.
 */
export function withinReach(column: AnySQLiteColumn, { unitId, of }: Reach): SQL | undefined {
	if (of === 'all') return undefined;
	return of === 'few' ? withinUnit(column, unitId) : sql`+${column} in ${unitsIn(unitId)}`;
}
