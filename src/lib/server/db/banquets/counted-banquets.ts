import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { isBanquetHeld, isNoOccasion, occasions, outcomes } from '$lib/domain/banquets/banquet';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { dissuasionConfirmations, dissuasions } from '../schema/banquets/dissuasions';

/** Banquets that were not struck out. As SQL text: an index of these alone serves no query that asks by a value. */
export const isInLedger = (): SQL => sql`${banquets.isRemoved} = 0`;

/** `isBanquetHeld`, on `banquet_outcomes`. */
export const isHeld = (): SQL => inArray(banquetOutcomes.outcome, outcomes.filter(isBanquetHeld));

/** `isCountedDissuasion`, on `dissuasions` with their `banquets`; a banquet that was held after all was not stopped. */
export function isStopped(): SQL {
	return and(
		eq(dissuasions.outcome, 'cancelled'),
		inArray(banquets.occasion, occasions.filter(isNoOccasion)),
		sql`exists (select 1 from ${dissuasionConfirmations} where ${dissuasionConfirmations.dissuasionId} = ${dissuasions.id})`,
		sql`not exists (select 1 from ${banquetOutcomes} where ${banquetOutcomes.banquetId} = ${banquets.id} and ${isHeld()})`
	)!;
}
