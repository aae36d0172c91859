import type { Occasion, Origin, Outcome } from '../banquets/banquet';
import { addDays } from '../calendar/calendar';
import { banquets } from './banquets';
import type { RowValues } from './ledger-row';
import type { LedgerColumn } from './ledgers';
import { collect, type Day, type Decided, type RowStrings } from './row-rules';

export interface BanquetRow {
	origin: Origin;
	occasion: Occasion;
	host: string;
	phone: string | null;
	declaredOn: string;
	plannedOn: string;
	meals: number;
	tablesPlanned: number;
	pricePerTable: number | null;
	venue: string;
	caterer: string;
	hygiene: boolean;
	outcome: { outcome: Outcome; endedOn: string; tablesHeld: number } | null;
}

/**
 * What a row of the banquets' ledger says. A ledger as it arrives leaves out much: it was put down on the banquet's own day (or today, if that is
 * still to come), for one meal; it took place on the day it was planned for; tables held and none planned were planned. The household declared
 * it where the row says so, by its origin or by a day of declaration (`dated`: what such a day says, `originByHeading`); any other was found by
 * a cadre, so that no declaration is made up. What came of it is never guessed without either an outcome or tables held, and where the two say
 * different things, or a past one has no tables and no outcome, a cadre is asked.
 */
export function decideBanquetRow(
	values: RowValues,
	{ today, farthestDays }: Day,
	dated: Origin = 'declared'
): Decided<BanquetRow> {
	const { faults, refuse, need, decide } = collect();
	const own = values as RowStrings;
	need(banquets.required, values);
	if (faults.length > 0) return { faults };
	const plannedOn = own.plannedOn!;
	const declaredOn = own.declaredOn ?? (plannedOn < today ? plannedOn : today);
	if (declaredOn > today) refuse('declaredOn', 'date-in-future');
	if (plannedOn > addDays(today, farthestDays)) refuse('plannedOn', 'planned-too-far');
	const tablesHeld = values.tablesHeld as number | undefined;
	const tablesPlanned = (values.tablesPlanned as number | undefined) ?? (tablesHeld || undefined);
	if (!tablesPlanned) refuse('tablesPlanned', 'tables-missing', 'tablesHeld');
	const planned = tablesPlanned ?? 1;
	const isOpen = own.outcome === 'open';
	if (isOpen && (own.endedOn || tablesHeld)) refuse('outcome', 'contradicts-open', 'endedOn', 'tablesHeld');
	const outcome = isOpen ? null : ((own.outcome as Outcome | undefined) ?? inferOutcome(values));
	const held = tablesHeld ?? (outcome === 'held' ? planned : null);
	if (isContradicted(outcome, tablesHeld)) refuse('tablesHeld', 'contradicts-tables', 'outcome');
	if (outcome === null && !isOpen && tablesHeld === 0 && plannedOn <= today) refuse('outcome', 'missing', 'tablesHeld');
	if (outcome === 'reduced') {
		if (held === null) refuse('tablesHeld', 'missing', 'outcome');
		else if (held >= planned) refuse('tablesHeld', 'tables-not-reduced', 'tablesPlanned', 'outcome');
		else if (held === 0) refuse('tablesHeld', 'number-out-of-range', 'outcome');
	}
	const endedOn = own.endedOn ?? (outcome === 'cancelled' && plannedOn > today ? today : plannedOn);
	if (outcome !== null && endedOn > today) refuse(own.endedOn ? 'endedOn' : 'plannedOn', 'date-in-future', 'outcome');
	if (outcome === null && !isOpen && own.endedOn) refuse('outcome', 'missing', 'endedOn');
	return decide({
		origin: (own.origin as Origin | undefined) ?? (own.declaredOn ? dated : 'found'),
		occasion: own.occasion as Occasion,
		host: own.host!,
		phone: own.phone ?? null,
		declaredOn,
		plannedOn,
		tablesPlanned: planned,
		meals: (values.meals as number | undefined) ?? 1,
		pricePerTable: (values.pricePerTable as number | undefined) ?? null,
		venue: own.venue ?? '',
		caterer: own.caterer ?? '',
		hygiene: own.hygiene === 'yes',
		outcome: outcome === null ? null : { outcome, endedOn, tablesHeld: held ?? 0 }
	});
}

/** What a day of declaration says of a banquet's origin, by the heading over it: 发现日期 and 登记日期 are days of the cadre. */
export const originByHeading = (heading: string): Origin => (/发现|登记|found/iu.test(heading) ? 'found' : 'declared');

/** The outcome of a banquet whose row says none, by its tables; null: they say none either. */
export function inferOutcome(values: RowValues): Outcome | null {
	const { tablesHeld, tablesPlanned = tablesHeld } = values as Partial<Record<LedgerColumn, number>>;
	if (values.outcome !== undefined || !tablesHeld) return null;
	return tablesHeld < tablesPlanned! ? 'reduced' : 'held';
}

/** Tables at a banquet that was called off, or none at one that took place. */
function isContradicted(outcome: Outcome | null, tablesHeld: number | undefined): boolean {
	return outcome === 'cancelled' ? Boolean(tablesHeld) : outcome === 'held' && tablesHeld === 0;
}
