import { and, between, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isBanquetHeld, isNoOccasion, occasions, outcomes } from '../../domain/banquet';
import { addDays, instantOf } from '../../domain/calendar';
import type { DonationCounting } from '../../domain/figure';
import type { Period } from '../../domain/reporting-period';
import { banquetOutcomes, banquets, dissuasionConfirmations, dissuasions } from './schema/banquets';
import { eventCompletions } from './schema/events';
import { pledges, pledgeWithdrawals } from './schema/pledges';

/**
 * What makes a record count, for lists and breakdowns that need more of it than the views `counted_…` keep; a test holds both to the same.
 */

/** In the period, for a column of calendar dates. */
export const isOn = (column: AnySQLiteColumn, { fromOn, toOn }: Period): SQL => between(column, fromOn, toOn);

/** In the period, for a column of instants. */
export function isAt(column: AnySQLiteColumn, { fromOn, toOn }: Period): SQL {
	return sql`(${column} >= ${instantOf(fromOn, '00:00')} and ${column} < ${instantOf(addDays(toOn, 1), '00:00')})`;
}

/** 'now' or 'before': which of the two periods a row, known to be in one of them, falls into. */
export const whichPeriod = (isNow: SQL) => sql<'now' | 'before'>`case when ${isNow} then 'now' else 'before' end`;

/** `isBanquetHeld`, on `banquet_outcomes`. */
export const isHeld = (): SQL => inArray(banquetOutcomes.outcome, outcomes.filter(isBanquetHeld));

/**
 * What a completed blood drive (`event_completions`) adds to a figure of donations. Donors and volume of the completion are those of the
 * results where there are any: triggers hold it. First-time and repeat donors are known of results alone.
 */
export const countedOf: Record<DonationCounting, SQL<number>> = {
	donors: sql`coalesce(${eventCompletions.donors}, 0)`,
	millilitres: sql`coalesce(${eventCompletions.millilitres}, 0)`,
	firstTime: sql`(select count(*) from donations where event_id = ${eventCompletions.eventId} and is_removed = 0 and is_first = 1)`,
	repeat: sql`(select count(*) from donations where event_id = ${eventCompletions.eventId} and is_removed = 0 and is_first = 0)`
};

/** `isCountedDissuasion`, on `dissuasions` with their `banquets`; a banquet that was held after all was not stopped. */
export function isStopped(): SQL {
	return and(
		eq(dissuasions.outcome, 'cancelled'),
		inArray(banquets.occasion, occasions.filter(isNoOccasion)),
		sql`exists (select 1 from ${dissuasionConfirmations} where ${dissuasionConfirmations.dissuasionId} = ${dissuasions.id})`,
		sql`not exists (select 1 from ${banquetOutcomes} where ${banquetOutcomes.banquetId} = ${banquets.id} and ${isHeld()})`
	)!;
}

/** In place on a day: a grid, or a person on it. */
export const isInPlace = (from: AnySQLiteColumn, to: AnySQLiteColumn, on: string): SQL =>
	and(lte(from, on), or(isNull(to), sql`${to} >= ${on}`))!;

/** A household's pledge, in force on a day; on `pledges` with their `pledge_withdrawals`, if any. */
export const isPledgedOn = (on: string): SQL =>
	and(
		eq(pledges.audience, 'household'),
		lte(pledges.signedOn, on),
		or(isNull(pledgeWithdrawals.withdrawnOn), gt(pledgeWithdrawals.withdrawnOn, on))
	)!;
