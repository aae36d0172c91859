import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { banquets } from './schema/banquets';
import { unitClosure } from './schema/units';

/** True for records of the unit and of everything below it: every list query of staff carries it. */
export function withinUnit(column: AnySQLiteColumn, unitId: string): SQL {
	return sql`${column} in (select ${unitClosure.descendantId} from ${unitClosure} where ${unitClosure.ancestorId} = ${unitId})`;
}

/** Banquets of the unit and of everything below it; what was struck out is in no list and in no figure. */
export const banquetsWithin = (unitId: string): SQL =>
	and(eq(banquets.isRemoved, false), withinUnit(banquets.unitId, unitId))!;
