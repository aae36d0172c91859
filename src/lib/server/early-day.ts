import { isBornLate, type BirthDate } from '$lib/domain/birthdays/elder';
import { yearOf } from '$lib/domain/calendar/calendar';
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

/** The birth date of an elder that was typed into a form, and is asked about where no village invites that age. */
export interface AskedBirth {
	code: 'birth-late';
	field: string;
	birth: BirthDate;
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
 * The same of a day that is far from the first day of its matter (`isFarDay`), and of the birth date of an elder (`isBornLate`). `from`: that day; null where there is none.
 */
export function isFarDayAsked(ctx: Context, fields: FormData, asked: AskedDay | AskedBirth): boolean {
	if (fields.get(meantField) === asked.field) return false;
	if ('birth' in asked) return isBornLate(asked.birth, yearOf(ctx.today()));
	return asked.from !== null && isFarDay(asked.second, asked.on, asked.from);
}
