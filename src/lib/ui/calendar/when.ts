import { addDays, dateOf, monthOf, timeOf, yearOf } from '$lib/domain/calendar/calendar';
import { m } from '$lib/paraglide/messages.js';
import { getLocale, type Locale } from '$lib/paraglide/runtime.js';
import { dateFormat } from '../formatters';

const shortDay = dateFormat({ month: 'short', day: 'numeric' });
const longDay = dateFormat({ month: 'long', day: 'numeric' });
const shortMonth = dateFormat({ month: 'short' });
const weekdays = { long: dateFormat({ weekday: 'long' }), short: dateFormat({ weekday: 'short' }) };

/** The longest that goes through a night: twelve hours. */
export const night = 12 * 3_600_000;

/** A calendar date in prose: 2026年3月1日（周日） / Sunday, 1 March 2026. In: YYYY-MM-DD. */
export function dayWords(on: string, locale: Locale = getLocale()): string {
	const weekday = weekdayWord(on, locale === 'en' ? 'long' : 'short', locale);
	if (locale === 'en') return `${weekday}, ${longDay(on, 'en-GB')} ${yearOf(on)}`;
	return `${yearOf(on)}年${monthOf(on)}月${Number(on.slice(8))}日（${weekday}）`;
}

/** A day of a year that is understood: 12月16日 / 16 Dec. In: YYYY-MM-DD. */
export function shortDayWords(on: string): string {
	return shortDay(on, getLocale() === 'en' ? 'en-GB' : 'zh-CN');
}

/** Time of day of a span, as the town's clock shows it: 09:00—11:30, 22:00—24:00, 22:00—次日01:00. In: ms, UTC. */
export function timeSpan(startsAt: number, endsAt: number, locale: Locale = getLocale()): string {
	const dash = locale === 'en' ? '–' : '—';
	return `${timeOf(startsAt)}${dash}${endWords(startsAt, endsAt, locale)}`;
}

function endWords(startsAt: number, endsAt: number, locale: Locale): string {
	const [on, endsOn, time] = [dateOf(startsAt), dateOf(endsAt), timeOf(endsAt)];
	if (on === endsOn) return time;
	if (endsOn === addDays(on, 1) && time === '00:00') return '24:00';
	// A longer one is of several days, whose nights are no part of it.
	return endsAt - startsAt <= night
		? m.events_time_next_day({ time }, { locale })
		: `${dayWords(endsOn, locale)} ${time}`;
}

/** Day and time of a span in prose. In: ms, UTC. */
export function spanWords(startsAt: number, endsAt: number, locale: Locale = getLocale()): string {
	return `${dayWords(dateOf(startsAt), locale)} ${timeSpan(startsAt, endsAt, locale)}`;
}

/** An instant in prose, to the minute. In: ms, UTC. */
export function momentWords(at: number): string {
	return `${dayWords(dateOf(at))} ${timeOf(at)}`;
}

/** The day block of a list: the day of the month, large, and month with weekday under it. In: YYYY-MM-DD. */
export function dayBlock(on: string): { day: string; rest: string } {
	const month = shortMonth(on, getLocale());
	return { day: String(Number(on.slice(8))), rest: `${month} ${weekdayWord(on, 'short')}` };
}

/** The day of the week: 周日, Sunday. In: YYYY-MM-DD. */
export function weekdayWord(on: string, length: 'long' | 'short', locale: Locale = getLocale()): string {
	return weekdays[length](on, locale);
}
