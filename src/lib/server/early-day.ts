import { isFarDay, type SecondDay } from '$lib/domain/calendar/near-days';
import { isBeforeLedger, type LedgerName } from '$lib/domain/figures/ledger';
import { findDeclaredStart } from '$lib/server/db/figures/ledger-starts';
import type { Context } from './context';

/** The box that says that an early day is meant; its value is the name of the field with the day. */
const meantField = 'dayIsMeant';

/**
 * Whether a day (YYYY-MM-DD) that was typed into `field` is to be asked about: it is before the ledger that the town declared begins, and the
 * cadre has not said among the form's `fields` that it is meant.
 */
export async function isDayAsked(
	ctx: Context,
	fields: FormData,
	{ ledger, field, on }: { ledger: LedgerName; field: string; on: string }
): Promise<boolean> {
	if (fields.get(meantField) === field) return false;
	return isBeforeLedger(await findDeclaredStart(ctx.db, ledger), on);
}

/** A day that was typed into a field, the second of a matter, and the words in which it is asked about where they are not those of all. */
export interface AskedDay {
	code?: 'own-day-passed' | 'own-day-far';
	field: string;
	second: SecondDay;
	on: string;
	from: string | null;
}

/**
 * The same of a day that is far from the first day of its matter (`isFarDay`). `from`: that day; null where there is none.
 */
export const isFarDayAsked = (fields: FormData, { field, second, on, from }: AskedDay): boolean =>
	from !== null && fields.get(meantField) !== field && isFarDay(second, on, from);
