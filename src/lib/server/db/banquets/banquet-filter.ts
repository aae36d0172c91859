import { and, eq, gte, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { BanquetState, Occasion } from '$lib/domain/banquets/banquet';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { banquetsWithin, isHeld } from './counted-banquets';
import { withinUnit } from '../units/scope';

/** What a list may be narrowed to. `took-place` is what the figure banquets-held counts. */
export interface BanquetFilter {
	state?: BanquetState | 'open' | 'took-place';
	occasion?: Occasion;
	/** A village, community or group: with all below it. */
	unitId?: string;
	/** Of the day it ended, or while it has not, of the planned day. */
	year?: number;
}

/** The condition that a filter means, on banquets joined with their outcomes. `today` is the town's date. */
export function matching(
	scope: string,
	today: string,
	{ state, occasion, unitId, year }: BanquetFilter
): SQL | undefined {
	return and(
		banquetsWithin(scope),
		unitId ? withinUnit(banquets.unitId, unitId) : undefined,
		occasion ? eq(banquets.occasion, occasion) : undefined,
		year ? ofYear(year) : undefined,
		state ? inState(state, today) : undefined
	);
}

function ofYear(year: number): SQL | undefined {
	const { fromOn, toOn } = yearBounds(year);
	return sql`coalesce(${banquetOutcomes.endedOn}, ${banquets.plannedOn}) between ${fromOn} and ${toOn}`;
}

/** Domain `decideBanquetState` in SQL. */
function inState(state: NonNullable<BanquetFilter['state']>, today: string): SQL | undefined {
	const isOpen = isNull(banquetOutcomes.outcome);
	if (state === 'open') return isOpen;
	if (state === 'took-place') return isHeld();
	if (state === 'overdue') return and(isOpen, lt(banquets.plannedOn, today));
	if (state === 'declared' || state === 'found') {
		return and(isOpen, eq(banquets.origin, state), gte(banquets.plannedOn, today));
	}
	return eq(banquetOutcomes.outcome, state);
}
