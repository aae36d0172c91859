import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { countedDays, recountDays, summedDays } from '../rules/recount';

/** A count that is not what its records say. */
export interface CountDifference {
	/** Of a unit's own day, or of a unit with all below it. */
	of: 'own day' | 'day' | 'month' | 'year';
	unitId: string;
	/** YYYY-MM-DD, YYYY-MM or YYYY. */
	on: string;
	measure: string;
	kind: string;
	topic: string;
	kept: number;
	counted: number;
}

const isSome = 'records <> 0 or adds <> 0';
const day = "'own day' as grain, unit_id as scope_id, on_date as span";
const cell = 'grain, scope_id, span, measure, kind, topic';

const kept = `select ${day}, measure, kind, topic, records, adds from figure_days where ${isSome}
	union all select ${cell}, records, adds from figure_sums where ${isSome}`;
const counted = `select ${day}, measure, kind, topic, records, adds from days
	union all select ${cell}, records, adds from (${summedDays('days')}) where ${isSome}`;

/**
 * Counts everything anew from the records and gives what differs from what is kept, at most `limit`; empty when all is well.
 * Reads all records: for `npm run verify`, not for a page.
 */
export async function listCountDifferences(db: Database, limit = 100): Promise<CountDifference[]> {
	return db.all<CountDifference>(sql`
		with days as materialized (${sql.raw(countedDays)})
		select grain as of, scope_id as unitId, span as 'on', measure, kind, topic, sum(kept) as kept, sum(counted) as counted from (
			select ${sql.raw(cell)}, records as kept, adds as kept_adds, 0 as counted, 0 as counted_adds from (${sql.raw(kept)})
			union all select ${sql.raw(cell)}, 0, 0, records, adds from (${sql.raw(counted)}))
		group by ${sql.raw(cell)}
		having sum(kept) <> sum(counted) or sum(kept_adds) <> sum(counted_adds)
		limit ${limit}`);
}

/** Makes all counts anew from the records: after a unit was moved by hand. */
export async function recountFigures(db: Database): Promise<void> {
	const [first, ...rest] = recountDays.map((text) => db.run(sql.raw(text)));
	await db.batch([first!, ...rest]);
}
