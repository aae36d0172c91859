import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { countedKinds, type Measure } from '../rules/counted-records';
import { countedDays, recountDays, summedDays } from '../rules/recount';
import { viewName } from '../schema/figures/figure-counts';

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
	/** What differs: how many records there are, or else what they add up to, such as their tables. */
	differs: 'records' | 'sum';
	kept: number;
	counted: number;
}

const cell = 'grain, scope_id, span, kind, topic';
const ownDay = "'own day' AS grain, unit_id AS scope_id, on_date AS span, kind, topic";

/** What is kept of a measure, less what its records say. */
const differencesOf = (measure: Measure, limit: number) => `
	WITH days AS MATERIALIZED (${countedDays(viewName(measure))}),
	both (${cell}, kept, kept_adds, counted, counted_adds) AS (
		SELECT ${ownDay}, records, adds, 0, 0 FROM figure_days WHERE measure = '${measure}'
		UNION ALL SELECT ${ownDay}, 0, 0, records, adds FROM days
		UNION ALL SELECT f.grain, f.scope_id, f.span, f.kind, f.topic, f.records, f.adds, 0, 0
			FROM units u CROSS JOIN figure_sums f ON f.scope_id = u.id AND f.measure = '${measure}'
		UNION ALL SELECT ${cell}, 0, 0, records, adds FROM (${summedDays('days')})
	)
	SELECT grain AS of, scope_id AS unitId, span AS "on", '${measure}' AS measure, kind, topic,
		iif(sum(kept) <> sum(counted), 'records', 'sum') AS differs,
		iif(sum(kept) <> sum(counted), sum(kept), sum(kept_adds)) AS kept,
		iif(sum(kept) <> sum(counted), sum(counted), sum(counted_adds)) AS counted
	FROM both GROUP BY ${cell} HAVING sum(kept) <> sum(counted) OR sum(kept_adds) <> sum(counted_adds) LIMIT ${limit}`;

/**
 * Counts everything anew from the records, a measure at a time, and gives what differs from what is kept, at most `limit`; empty when all is
 * well. Reads all records: for `npm run verify`, not for a page.
 */
export async function listCountDifferences(db: Database, limit = 100): Promise<CountDifference[]> {
	const found: CountDifference[] = [];
	for (const { measure } of countedKinds) {
		if (found.length < limit)
			found.push(...(await db.all<CountDifference>(sql.raw(differencesOf(measure, limit - found.length)))));
	}
	return found;
}

/** Makes all counts anew from the records: after a unit was moved by hand. */
export async function recountFigures(db: Database): Promise<void> {
	const [first, ...rest] = recountDays.map((text) => db.run(sql.raw(text)));
	await db.batch([first!, ...rest]);
}
