// Whose town a unit lies in.
import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { events } from '../schema/events/events';

/** The units of the town that `unitId` lies in: volunteers help in neighbouring villages, not in other towns. */
export function withinTownOf(unitId: string): SQL {
	return sql`${events.unitId} in (select below.descendant_id from unit_closure as below where below.ancestor_id = ${townOf(unitId)})`;
}

/** The town a unit lies in, as SQL; for a unit above the towns, the unit itself. */
export function townOf(unitId: string): SQL {
	return sql`coalesce((
		select above.ancestor_id from unit_closure as above join units as town on town.id = above.ancestor_id
		where above.descendant_id = ${unitId} and town.kind = 'town'), ${unitId})`;
}

/** Events of units that are `unitId`, or are above or below it in the same town. */
export function isRelatedInTown(unitId: string): SQL {
	return sql`(${withinTownOf(unitId)} and exists (select 1 from unit_closure as line
		where (line.ancestor_id, line.descendant_id) in (values (${unitId}, ${events.unitId}), (${events.unitId}, ${unitId}))))`;
}

/** Whether `other` lies in the town of `unitId`: shifts there may be taken. */
export async function isInTownOf(db: Database, unitId: string, other: string): Promise<boolean> {
	const rows = await db.all(
		sql`select 1 from unit_closure as below where below.ancestor_id = ${townOf(unitId)} and below.descendant_id = ${other}`
	);
	return rows.length > 0;
}
