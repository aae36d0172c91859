import { sql } from 'drizzle-orm';
import { compiled } from '../compiled';
import type { Database } from '../client';

/** The query of all registered households within `scope`, from which day on. */
export const askHouseholds = (db: Database, scope: string) => registered(db, { scope });

const registered = compiled<{ scope: string }, { counts: string }[]>((db, { scope }) =>
	db.select({ counts: sql<string>`json_group_array(json_array(unit_id, from_on, households))` }).from(
		sql`(select h.* from household_counts h cross join unit_closure c on c.ancestor_id = ${scope} and c.descendant_id = h.unit_id
				order by h.from_on)`
	)
);

/** The households of each unit on a day. */
export function householdsOn([row]: readonly { counts: string }[], on: string): Map<string, number> {
	const counts = JSON.parse(row!.counts) as [string, string, number][];
	// In order of their days: the last one written is the one in force.
	return new Map(counts.filter(([, fromOn]) => fromOn <= on).map(([unitId, , households]) => [unitId, households]));
}
