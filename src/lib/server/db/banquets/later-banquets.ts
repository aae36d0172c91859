// Banquets of a day or later, as a merger or a split of their village reads and moves them.
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { banquets } from '../schema/banquets/banquets';
import type { Statement } from '../statement';
import { idsOfLater } from '../units/later-records';

/** Banquets of these units themselves that ended on `fromOn` or later, or have no outcome and are planned for such a day. */
export const listLaterBanquets = (db: Database, unitIds: readonly string[], fromOn: string) =>
	db
		.select({
			id: banquets.id,
			unitId: banquets.unitId,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			hostNameSealed: banquets.hostNameSealed,
			hostNameIndex: banquets.hostNameIndex,
			otherHouseholdIndex: banquets.otherHouseholdIndex
		})
		.from(banquets)
		.where(sql`${banquets.id} in ${idsOfLater('banquets', unitIds, fromOn)}`);

export const updateUnitOfBanquet = (
	db: Database,
	id: string,
	change: { unitId: string; hostNameIndex?: string; otherHouseholdIndex?: string }
): Statement => db.update(banquets).set(change).where(eq(banquets.id, id));
