// Banquets to come, as a split of their village reads and moves them.
import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../client';
import { banquets } from '../schema/banquets/banquets';
import type { Statement } from '../statement';
import { isStruckOut } from '../struck-out';

/** Banquets of these units themselves that are planned for `fromOn` or later and have no outcome. */
export const listAwaited = (db: Database, unitIds: readonly string[], fromOn: string) =>
	db
		.select({
			id: banquets.id,
			unitId: banquets.unitId,
			hostNameSealed: banquets.hostNameSealed,
			hostNameIndex: banquets.hostNameIndex
		})
		.from(banquets)
		.where(
			and(
				inArray(banquets.unitId, [...unitIds]),
				gte(banquets.plannedOn, fromOn),
				isNull(banquets.listedOutcome),
				isStruckOut(banquets.isRemoved, false)
			)
		);

export const updateUnitOfBanquet = (
	db: Database,
	id: string,
	change: { unitId: string; hostNameIndex: string | null }
): Statement => db.update(banquets).set(change).where(eq(banquets.id, id));
