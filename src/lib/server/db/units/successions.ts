// What a merger of villages reads and writes of units.
import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { gridGroups, gridMembers, unitSuccessions, units } from '../schema/units/units';
import type { Statement } from '../statement';

/** The open groups and grids directly below some villages, in the town's own order. */
export const listOpenParts = (db: Database, villageIds: readonly string[]) =>
	db
		.select()
		.from(units)
		.where(and(inArray(units.parentId, [...villageIds]), isNull(units.validToOn)))
		.orderBy(asc(units.position), asc(units.name));

/** The people in charge of some grids who are so now. */
export const listMembersOf = (db: Database, gridIds: readonly string[]) =>
	db
		.select()
		.from(gridMembers)
		.where(and(inArray(gridMembers.gridId, [...gridIds]), isNull(gridMembers.toOn)));

/** Not for an empty list. */
export const insertSuccessions = (db: Database, rows: (typeof unitSuccessions.$inferInsert)[]): Statement =>
	db.insert(unitSuccessions).values(rows);

/** The unit that a unit went into, and the units that went into it. */
export const listSuccessions = (db: Database, unitId: string) =>
	db.all<{ id: string; name: string; nameEn: string | null; onDate: string; isBefore: number }>(sql`
		select u.id, u.name, u.name_en as nameEn, s.on_date as onDate, s.to_id = ${unitId} as isBefore
		from unit_successions s join units u on u.id = iif(s.to_id = ${unitId}, s.from_id, s.to_id)
		where s.to_id = ${unitId} or s.from_id = ${unitId} order by u.position, u.name`);

/** Grids cover the groups that theirs went into; a grid that went into another leaves them to it. */
export const insertGroupsOfSuccessors = (db: Database, groupIds: readonly string[]): Statement =>
	db
		.insert(gridGroups)
		.select(
			sql`select coalesce(g.to_id, gg.grid_id) as grid_id, s.to_id as group_id from unit_successions s
				join grid_groups gg on gg.group_id = s.from_id left join unit_successions g on g.from_id = gg.grid_id
				where s.from_id in (select value from json_each(${JSON.stringify(groupIds)}))`
		)
		.onConflictDoNothing();

/** In SQL, what a unit of a column went into. */
export const successorOf = (column: string) =>
	sql.raw(`(select to_id from unit_successions where from_id = ${column})`);
