import { eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { banquetOutcomes } from '../schema/banquets/banquets';

export type BanquetOutcome = typeof banquetOutcomes.$inferSelect;

export function insertOutcome(db: Database, outcome: typeof banquetOutcomes.$inferInsert): Statement {
	return db.insert(banquetOutcomes).values(outcome);
}

/** The outcome, unless the banquet has one already. */
export function insertOutcomeIfNone(db: Database, outcome: typeof banquetOutcomes.$inferInsert): Statement {
	return db.insert(banquetOutcomes).values(outcome).onConflictDoNothing();
}

export function updateOutcome(
	db: Database,
	banquetId: string,
	changes: Pick<BanquetOutcome, 'outcome' | 'endedOn' | 'tablesHeld'>
): Statement {
	return db.update(banquetOutcomes).set(changes).where(eq(banquetOutcomes.banquetId, banquetId));
}

/** The same for an outcome. */
export function outcomeBeforeAndAfter(banquetId: string, after: Record<string, unknown>): SQL<string> {
	return sql`(select json_object('before', json_object('outcome', outcome, 'endedOn', ended_on, 'tablesHeld', tables_held),
		'after', json(${JSON.stringify(after)})) from banquet_outcomes where banquet_id = ${banquetId})`;
}
