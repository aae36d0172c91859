import { and, or, sql, type Placeholder, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../client';
import { unitClosure } from '../schema/units/units';

/** True for records of the unit and of everything below it: every list query of staff carries it. */
export function withinUnit(column: AnySQLiteColumn, unitId: string): SQL {
	return sql`${column} in ${unitsIn(unitId)}`;
}

/**
 * The same, with records of former units, for a query that finds its few records by themselves: each one's unit is looked up, and SQLite never
 * begins with the records of all units.
 */
export const liesWithin = (column: SQLWrapper, unitId: string): SQL =>
	sql`(exists (select 1 from ${unitClosure} where ${unitClosure.ancestorId} = ${unitId} and ${unitClosure.descendantId} = ${column})
		or ${column} in ${formerOf(unitId)})`;

/** Whether each of these records is there, and of `scope` or below it: of a table, by its columns of ids and of units. */
export async function areAllWithin(
	db: Database,
	{ table, id, unitId }: { table: SQLiteTable; id: AnySQLiteColumn; unitId: AnySQLiteColumn },
	{ scope, ids }: { scope: string; ids: readonly string[] }
): Promise<boolean> {
	const listed = sql`${id} in (select value from json_each(${JSON.stringify(ids)}))`;
	return (await db.$count(table, and(listed, liesWithin(unitId, scope)))) === new Set(ids).size;
}

/** True for records of the unit itself or of one above it. */
export const aboveUnit = (column: AnySQLiteColumn, unitId: string): SQL =>
	sql`${column} in (select ${unitClosure.ancestorId} from ${unitClosure} where ${unitClosure.descendantId} = ${unitId})`;

/** In SQL, a unit and all below it. */
export const unitsIn = (unitId: Placeholder | string): SQL =>
	sql`(select ${unitClosure.descendantId} from ${unitClosure} where ${unitClosure.ancestorId} = ${unitId})`;

/**
 * In SQL, the former units of a village that came of a split, itself or as a village that merged into it: the village that was split, with its
 * groups and grids, as they were before. Its staff reads them in its lists, and acts on what was recorded under them; no figure of the village
 * counts them.
 */
export const formerOf = (unitId: string): SQL => sql`(select c.descendant_id from split_origins own
	cross join unit_closure up on up.descendant_id = own.from_id
	cross join unit_splits s on s.from_id = up.ancestor_id and s.nth = 1
	cross join unit_closure c on c.ancestor_id = s.from_id
	cross join units u on u.id = c.descendant_id and u.valid_to_on < s.on_date
	where own.unit_id = ${unitId})`;

/** A unit as a list reads it: how many units its records are of. */
export interface Reach {
	unitId: string;
	/** `all`: every unit there is. `few`: so few that their records are read unit by unit. */
	of: 'all' | 'many' | 'few';
	/** It came of a split: its lists show its former units, too. */
	isOfSplit?: boolean;
}

/** Units that a list reads one by one and then puts in order. Of more it reads all records in the order of an index. */
const fewUnits = 60;

/** How far a list of `unitId` within `scope` reaches; null where the unit is not within the scope. */
export async function readReach(db: Database, scope: string, unitId: string = scope): Promise<Reach | null> {
	const [found] = await db.all<{ isWithin: number; isSplit: number; isAll: number; size: number }>(sql`
		select exists (select 1 from unit_closure where ancestor_id = ${scope} and descendant_id = ${unitId}) as isWithin,
			exists (select 1 from split_origins where unit_id = ${unitId}) as isSplit,
			not exists (select 1 from units where parent_id is null and id <> ${unitId}) as isAll,
			(select count(*) from (select 1 from unit_closure where ancestor_id = ${unitId} limit ${fewUnits + 1})) as size`);
	if (!found?.isWithin) return null;
	const of = found.isAll ? 'all' : found.size > fewUnits ? 'many' : 'few';
	return { unitId, of, ...(found.isSplit && { isOfSplit: true }) };
}

/**
 * True for records within a reach. SQLite would look up many units one by one and put all their records in order: `+` makes it read the
 * records in the order of the list, which ends after a page.
 */
export function withinReach(column: AnySQLiteColumn, { unitId, of, isOfSplit }: Reach): SQL | undefined {
	if (of === 'all') return undefined;
	if (isOfSplit) return or(withinUnit(column, unitId), sql`${column} in ${formerOf(unitId)}`);
	return of === 'few' ? withinUnit(column, unitId) : sql`+${column} in ${unitsIn(unitId)}`;
}
