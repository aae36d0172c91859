// How many households a unit has.
import { desc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { householdCounts } from '../schema/units/units';

/** Registered households of a unit, the newest count first. */
export async function listHouseholdCounts(
	db: Database,
	unitId: string
): Promise<{ fromOn: string; households: number }[]> {
	return db
		.select({ fromOn: householdCounts.fromOn, households: householdCounts.households })
		.from(householdCounts)
		.where(eq(householdCounts.unitId, unitId))
		.orderBy(desc(householdCounts.fromOn));
}

/** A second count of the same day replaces the first. */
export const upsertHouseholdCount = (db: Database, row: typeof householdCounts.$inferInsert) =>
	db
		.insert(householdCounts)
		.values(row)
		.onConflictDoUpdate({
			target: [householdCounts.unitId, householdCounts.fromOn],
			set: { households: row.households, at: row.at, byId: row.byId }
		});
