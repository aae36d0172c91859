import { monthBounds, monthBoundsOf } from '$lib/domain/calendar/calendar';
import { getLocale } from '$lib/paraglide/runtime.js';
import { dateFormat } from '../formatters';
import { longDate } from './long-date';

const monthOfYear = dateFormat({ year: 'numeric', month: 'long' });
const longMonth = dateFormat({ month: 'long' });

/** 2024年3月, March 2024. In: YYYY-MM, or a day of it. */
export const monthWords = (on: string): string => monthOfYear(`${on.slice(0, 7)}-01`, getLocale());

/** 2024年3月 of its last day, which is the whole month; of any other day 2024年3月12日. In: YYYY-MM-DD. */
export const dayOrMonthWords = (on: string): string => (on === monthBoundsOf(on).toOn ? monthWords(on) : longDate(on));

/** A month of a year that is understood: 3月, March. In: 1 to 12. */
export const monthName = (month: number): string =>
	getLocale() === 'en' ? longMonth(monthBounds(2024, month).fromOn, 'en') : `${month}月`;
