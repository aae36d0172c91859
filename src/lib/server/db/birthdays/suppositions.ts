import { and, desc, eq, getTableColumns, lte, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { birthdaySuppositions } from '../schema/birthdays/birthdays';
import { unitClosure } from '../schema/units/units';

/** Sets what a unit assumes from a day on; the same day again replaces it. */
export function upsertSupposition(db: Database, row: typeof birthdaySuppositions.$inferInsert): Statement {
	const { sharePercent, tablesEach, at, byId } = row;
	return db
		.insert(birthdaySuppositions)
		.values(row)
		.onConflictDoUpdate({
			target: [birthdaySuppositions.unitId, birthdaySuppositions.fromOn],
			set: { sharePercent, tablesEach, at, byId }
		});
}

/** For the audit entry: the supposition of the same day before, if any, and after. */
export function suppositionBeforeAndAfter(unitId: string, fromOn: string, after: Record<string, unknown>): SQL<string> {
	return sql`json_object('before', (select json_object('sharePercent', share_percent, 'tablesEach', tables_each)
		from birthday_suppositions where unit_id = ${unitId} and from_on = ${fromOn}), 'after', json(${JSON.stringify(after)}))`;
}

/** The supposition of a unit on a day: its own, else that of the nearest unit above; null where none was set. */
export async function findSupposition(db: Database, unitId: string, on: string) {
	const rows = await db
		.select(getTableColumns(birthdaySuppositions))
		.from(birthdaySuppositions)
		.innerJoin(unitClosure, eq(unitClosure.ancestorId, birthdaySuppositions.unitId))
		.where(and(eq(unitClosure.descendantId, unitId), lte(birthdaySuppositions.fromOn, on)))
		.orderBy(
			desc(
				sql`(select count(*) from unit_closure as above where above.descendant_id = ${birthdaySuppositions.unitId})`
			),
			desc(birthdaySuppositions.fromOn)
		)
		.limit(1);
	return rows[0] ?? null;
}
