// What a merger or a split of villages reads and writes of units.
import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { gridGroups, gridMembers, unitSplits, unitSuccessions, units } from '../schema/units/units';
import type { Statement } from '../statement';

/** The open groups, then the grids directly below some villages, each in the town's own order. */
export const listOpenParts = (db: Database, villageIds: readonly string[]) =>
	db
		.select()
		.from(units)
		.where(and(inArray(units.parentId, [...villageIds]), isNull(units.validToOn)))
		.orderBy(eq(units.kind, 'grid'), asc(units.position), asc(units.name));

/** The same with those that ended on `fromOn` or later. */
export const listPartsFrom = (db: Database, villageIds: readonly string[], fromOn: string) =>
	db
		.select()
		.from(units)
		.where(and(inArray(units.parentId, [...villageIds]), or(isNull(units.validToOn), gte(units.validToOn, fromOn))))
		.orderBy(asc(units.position), asc(units.name));

/** The people who are in charge of some grids on `fromOn` or later. */
export const listMembersFrom = (db: Database, gridIds: readonly string[], fromOn: string) =>
	db
		.select()
		.from(gridMembers)
		.where(and(inArray(gridMembers.gridId, [...gridIds]), or(isNull(gridMembers.toOn), gte(gridMembers.toOn, fromOn))));

/** Not for an empty list. */
export const insertSuccessions = (db: Database, rows: (typeof unitSuccessions.$inferInsert)[]): Statement =>
	db.insert(unitSuccessions).values(rows);

/** Not for an empty list. */
export const insertSplits = (db: Database, rows: (typeof unitSplits.$inferInsert)[]): Statement =>
	db.insert(unitSplits).values(rows);

/** In SQL, which unit went into which on which day: by a merger, or by a split. */
export const successions = sql`(select from_id, to_id, on_date, 0 as is_split from unit_successions
	union all select from_id, to_id, on_date, 1 from unit_splits)`;

/** The units before and after a unit: what it went into, what went into it, and by a split what it came from and what came of it. */
export const listSuccessions = (db: Database, unitId: string) =>
	db.all<{ id: string; name: string; nameEn: string | null; onDate: string; isBefore: number; isSplit: number }>(sql`
		select u.id, u.name, u.name_en as nameEn, s.on_date as onDate, s.to_id = ${unitId} as isBefore, s.is_split as isSplit
		from ${successions} s
		join units u on u.id = iif(s.to_id = ${unitId}, s.from_id, s.to_id)
		where s.to_id = ${unitId} or s.from_id = ${unitId} order by u.position, u.name`);

/** The village among these that came of a split last, itself or as one that merged into it; null where none did. */
export async function findOfSplit(db: Database, unitIds: readonly string[]): Promise<string | null> {
	const [row] = await db.all<{ id: string }>(sql`select unit_id as id from split_origins
		where unit_id in (select value from json_each(${JSON.stringify(unitIds)})) order by on_date desc limit 1`);
	return row?.id ?? null;
}

/** The day on which a unit took the place of others, by a merger or a split: what is of before is theirs. Null where it did not. */
export async function findBeginning(db: Database, unitId: string): Promise<string | null> {
	const [row] = await db.all<{ on: string | null }>(
		sql`select min(on_date) as "on" from ${successions} where to_id = ${unitId}`
	);
	return row!.on;
}

/** By a unit that ends, the open one that its groups, accounts and plans go over to. */
export type Moves = ReadonlyMap<string, string>;

const textOf = (moves: Moves) => JSON.stringify(Object.fromEntries(moves));

/** Grids cover the groups that theirs became; a grid that ends leaves them to the one that takes its place. */
export const insertMovedGroups = (db: Database, moves: Moves): Statement =>
	db
		.insert(gridGroups)
		.select(
			sql`select coalesce(grid.value, gg.grid_id) as grid_id, one.value as group_id from json_each(${textOf(moves)}) one
				join grid_groups gg on gg.group_id = one.key left join json_each(${textOf(moves)}) grid on grid.key = gg.grid_id`
		)
		.onConflictDoNothing();

/** In SQL, where the unit of a column goes over to. */
export const movedFrom = (column: string, moves: Moves) =>
	sql`(select value from json_each(${textOf(moves)}) where key = ${sql.raw(column)})`;
