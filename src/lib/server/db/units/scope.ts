import { sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { unitClosure } from '../schema/units/units';

/** True for records of the unit and of everything below it: every list query of staff carries it. */
export function withinUnit(column: AnySQLiteColumn, unitId: string): SQL {
	return sql`${column} in (select ${unitClosure.descendantId} from ${unitClosure} where ${unitClosure.ancestorId} = ${unitId})`;
}
