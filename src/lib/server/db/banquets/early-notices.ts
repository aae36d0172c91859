import { and, asc, eq, gte, isNull, ne, or, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { isOwnWord } from './banquet-acts';
import { banquetAcknowledgements, banquetVisits, householdActs } from '../schema/banquets/banquet-acts';
import { banquets } from '../schema/banquets/banquets';
import { dissuasions } from '../schema/banquets/dissuasions';
import { villageRules } from '../schema/banquets/village-rules';
import { units } from '../schema/units/units';
import { liesWithin } from '../units/scope';
import { isInLedger } from './counted-banquets';
import { isRuleInForce } from './village-rules';

/** More than any unit has ahead of it at once; a bound, so that the desk never reads without end. */
const most = 300;

/**
 * Banquets within `scope` still to come (`today`: the town's date) that wait for a cadre: no outcome, visit or
 * dissuasion, not recorded by `accountId` itself, and not looked at since the household last declared or changed it.
 * Each with its unit's rule of the day it was declared; the soonest first.
 */
export async function listUnseenBanquets(
	db: Database,
	{ scope, today, accountId }: { scope: string; today: string; accountId: string }
) {
	const changedAt = sql`coalesce((select max(${householdActs.at}) from ${householdActs} where ${householdActs.banquetId} = ${banquets.id}), 0)`;
	const isSeen = sql`exists (select 1 from ${banquetAcknowledgements}
		where ${banquetAcknowledgements.banquetId} = ${banquets.id} and ${banquetAcknowledgements.at} >= ${changedAt})`;
	const isVisited = sql`exists (select 1 from ${banquetVisits} where ${banquetVisits.banquetId} = ${banquets.id})`;
	return (
		db
			.select({
				id: banquets.id,
				origin: banquets.origin,
				occasion: banquets.occasion,
				declaredOn: banquets.declaredOn,
				plannedOn: banquets.plannedOn,
				meals: banquets.meals,
				tablesPlanned: banquets.tablesPlanned,
				hostNameSealed: banquets.hostNameSealed,
				isOwnWord,
				unitName: units.name,
				unitNameEn: units.nameEn,
				rule: {
					noticeDays: villageRules.noticeDays,
					tablesPerMeal: villageRules.tablesPerMeal,
					discouraged: villageRules.discouraged
				}
			})
			.from(banquets)
			.leftJoin(dissuasions, eq(dissuasions.banquetId, banquets.id))
			// From the banquets to come, never through all banquets of a unit (SQLite keeps the order).
			.crossJoin(units)
			.crossJoin(villageRules)
			.where(
				and(
					isInLedger(),
					gte(banquets.plannedOn, today),
					isNull(banquets.listedOutcome),
					liesWithin(banquets.unitId, scope),
					eq(units.id, banquets.unitId),
					isRuleInForce,
					isNull(dissuasions.id),
					or(isNull(banquets.byId), ne(banquets.byId, accountId)),
					sql`not ${isSeen} and not ${isVisited}`
				)
			)
			.orderBy(asc(banquets.plannedOn), asc(banquets.id))
			.limit(most)
	);
}
