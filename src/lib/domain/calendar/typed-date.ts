import { foldText } from '../folded-text';
import { isDate } from './calendar';

/**
 * A date as ledgers and people write it (2024-03-05, 2024.3.5, 2024/3/5, 2024年3月5日, also in full-width digits and with
 * spaces) as YYYY-MM-DD; null when it is none, or when the calendar has no such day. The year is never guessed.
 */
export function parseTypedDate(text: string): string | null {
	const typed = foldText(text).replace(/\s/gu, '');
	const found = /^(\d{4})(?:([-./。])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)$/.exec(typed);
	if (!found) return null;
	const [, year, , month = found[5], day = found[6]] = found;
	const on = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
	return isDate(on) ? on : null;
}
