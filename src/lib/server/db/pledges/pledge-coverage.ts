import { and, asc, count, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';
import { householdCounts } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { listUnits } from '../units/units';
import { textInForceOn } from './pledge-texts';

export interface VillageCoverage {
	villageId: string;
	name: string;
	nameEn: string | null;
	/** Households with a pledge in force on the day. */
	pledged: number;
	/** Of these, households under the text in force on the day; the others signed an older one, which stays in force. */
	onCurrent: number;
	/** Registered households on the day; null where no count was entered. */
	registered: number | null;
}

/** Coverage of every village and community within `scope` on a day, in the town's own order: pledges of households in force, registered households. */
export async function listCoverage(db: Database, scope: string, onDate: string): Promise<VillageCoverage[]> {
	const isInForce = or(isNull(pledgeWithdrawals.withdrawnOn), gt(pledgeWithdrawals.withdrawnOn, onDate));
	const current = textInForceOn('household', onDate);
	const isOnCurrent = sql`(pledges.text_id = ${current} or exists (select 1 from pledge_renewals r
		where r.pledge_id = pledges.id and r.text_id = ${current} and r.renewed_on <= ${onDate}))`;
	const [villages, signed, registered] = await Promise.all([
		listUnits(db, scope, unitKinds.filter(isVillageLevel)),
		db
			.select({
				villageId: pledges.villageId,
				pledged: count(),
				onCurrent: sql<number>`count(case when ${isOnCurrent} then 1 end)`
			})
			.from(pledges)
			.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
			.where(
				and(
					withinUnit(pledges.villageId, scope),
					eq(pledges.audience, 'household'),
					lte(pledges.signedOn, onDate),
					isInForce
				)
			)
			.groupBy(pledges.villageId),
		db
			.select({ unitId: householdCounts.unitId, households: householdCounts.households })
			.from(householdCounts)
			.where(and(withinUnit(householdCounts.unitId, scope), lte(householdCounts.fromOn, onDate)))
			.orderBy(asc(householdCounts.fromOn))
	]);
	const signedOf = new Map(signed.map((row) => [row.villageId, row]));
	// In order of their days: the last one written is the one in force.
	const registeredOf = new Map(registered.map(({ unitId, households }) => [unitId, households]));
	return villages.map(({ id, name, nameEn }) => ({
		villageId: id,
		name,
		nameEn,
		pledged: signedOf.get(id)?.pledged ?? 0,
		onCurrent: signedOf.get(id)?.onCurrent ?? 0,
		registered: registeredOf.get(id) ?? null
	}));
}
