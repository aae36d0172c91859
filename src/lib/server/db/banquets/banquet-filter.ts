import { and, eq, gte, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { isBanquetHeld, outcomes, type BanquetState, type Occasion } from '$lib/domain/banquets/banquet';
import { banquets } from '../schema/banquets/banquets';
import { isInLedger } from './counted-banquets';
import { withinReach, type Reach } from '../units/scope';

/** What a list may be narrowed to. `took-place` is what the figure banquets-held counts. */
export interface BanquetFilter {
	state?: BanquetState | 'open' | 'took-place';
	occasion?: Occasion;
	/** A village, community or group: with all below it. */
	unitId?: string;
	/** Of the day it ended, or while it has not, of the planned day. */
	year?: number;
}

/**
 * The condition that a filter means, on banquets within `reach`, which is the filter's unit. `today` is the town's date. A list that `isOrdered`
 * is not read by several outcomes one after the other, which would have to be put in order.
 */
export function matching(
	reach: Reach,
	today: string,
	{ state, occasion, year }: BanquetFilter,
	isOrdered = false
): SQL | undefined {
	return and(
		isInLedger(),
		withinReach(banquets.unitId, reach),
		occasion ? eq(banquets.occasion, occasion) : undefined,
		year ? eq(banquets.listedYear, String(year)) : undefined,
		state ? inState(state, today, isOrdered) : undefined
	);
}

/** Domain `decideBanquetState` in SQL. */
function inState(state: NonNullable<BanquetFilter['state']>, today: string, isOrdered: boolean): SQL | undefined {
	const isOpen = isNull(banquets.listedOutcome);
	if (state === 'open') return isOpen;
	if (state === 'took-place') {
		return sql`${isOrdered ? sql`+` : sql``}${banquets.listedOutcome} in ${outcomes.filter(isBanquetHeld)}`;
	}
	if (state === 'overdue') return and(isOpen, lt(banquets.plannedOn, today));
	if (state === 'declared' || state === 'found') {
		return and(isOpen, eq(banquets.origin, state), gte(banquets.plannedOn, today));
	}
	return eq(banquets.listedOutcome, state);
}
