import { sql } from 'drizzle-orm';
import type { Database } from '../client';

/** A cell whose kept count is not what its records say. */
export interface CountDifference {
	/** A unit's own days, or a unit's months with all below it. */
	of: 'day' | 'month';
	unitId: string;
	/** YYYY-MM-DD or YYYY-MM. */
	on: string;
	measure: string;
	kind: string;
	topic: string;
	kept: number;
	counted: number;
}

const days = sql`select 'day' as of, unit_id, on_date as day, measure, kind, topic, count(*) as records, sum(adds) as adds
	from counted_records group by unit_id, on_date, measure, kind, topic`;
const months = sql`select 'month' as of, c.ancestor_id as unit_id, substr(d.on_date, 1, 7) as day, d.measure, d.kind, d.topic,
	count(*) as records, sum(d.adds) as adds from counted_records d join unit_closure c on c.descendant_id = d.unit_id
	group by c.ancestor_id, substr(d.on_date, 1, 7), d.measure, d.kind, d.topic`;
const kept = sql`select 'day' as of, unit_id, on_date as day, measure, kind, topic, records, adds from figure_days
	union all select 'month', scope_id, month, measure, kind, topic, records, adds from figure_months where records <> 0 or adds <> 0`;

/**
 * Counts every cell anew from the records and gives those that differ from what is kept, at most `limit`; empty when all is well.
 * Reads all records: for `npm run verify`, not for a page.
 */
export async function listCountDifferences(db: Database, limit = 100): Promise<CountDifference[]> {
	return db.all<CountDifference>(sql`
		select of, unit_id as unitId, day as 'on', measure, kind, topic, sum(kept) as kept, sum(counted) as counted from (
			select of, unit_id, day, measure, kind, topic, records as kept, adds as kept_adds, 0 as counted, 0 as counted_adds from (${kept})
			union all select of, unit_id, day, measure, kind, topic, 0, 0, records, adds from (${days})
			union all select of, unit_id, day, measure, kind, topic, 0, 0, records, adds from (${months}))
		group by of, unit_id, day, measure, kind, topic
		having sum(kept) <> sum(counted) or sum(kept_adds) <> sum(counted_adds)
		limit ${limit}`);
}

/** Makes all cells anew from the records: after a migration that changes what counts, or a unit that was moved by hand. */
export async function recountFigures(db: Database): Promise<void> {
	await db.batch([
		db.run(sql`delete from figure_days`),
		db.run(sql`delete from figure_months`),
		db.run(sql`insert into figure_days (unit_id, on_date, measure, kind, topic, records, adds)
			select unit_id, day, measure, kind, topic, records, adds from (${days})`)
	]);
}
