import { isAgeInvited, type AgeKind } from '$lib/domain/birthdays/invited-ages';
import { windowOf, type Cadence, type Window } from '$lib/domain/birthdays/birthday-window';
import { addDays, isDate, monthBounds, monthOf, yearOf } from '$lib/domain/calendar/calendar';
import { fullAge, nominalAge, type BirthDate, type Calendar } from '$lib/domain/birthdays/elder';
import type { LunarYmd } from '$lib/domain/calendar/lunar-date';
import { fromLunar, lunarMonthsOf, lunarYearOf, toLunar } from '../calendar/lunar';

/** What a series asks of a birthday. */
export interface SeriesRule {
	threshold: number;
	ageKind: AgeKind;
	cadence: Cadence;
	calendar: Calendar;
}

/** The day of birth by the solar calendar (YYYY-MM-DD); null where the lunar calendar has no such day. */
export function bornOn(birth: BirthDate): string | null {
	return birth.calendar === 'lunar' ? fromLunar(birth) : isDate(birth.on) ? birth.on : null;
}

/**
 * The birthday in a year of the calendar it was given in (birthday-banquets.md): one of a leap month is kept in that leap month where the year
 * has it and in the ordinary month of other years; the 30th of a month of 29 days falls on the 29th, 29 February on the 28th.
 */
export function birthdayIn(birth: BirthDate, year: number): string {
	if (birth.calendar === 'lunar') return lunarBirthday(birth, year);
	const on = `${String(year).padStart(4, '0')}${birth.on.slice(4)}`;
	return isDate(on) ? on : monthBounds(year, monthOf(birth.on)).toOn;
}

function lunarBirthday({ month, day, isLeap }: LunarYmd, year: number): string {
	const months = lunarMonthsOf(year);
	const own = months.find((each) => each.month === month && each.isLeap === isLeap);
	const kept = own ?? months.find((each) => each.month === month && !each.isLeap)!;
	return addDays(kept.firstOn, Math.min(day, kept.days) - 1);
}

/** The birthdays from one day to another, both within it: none or one as a rule, two where the calendars drift past each other. */
export function birthdaysBetween(birth: BirthDate, fromOn: string, toOn: string): string[] {
	const yearAt = birth.calendar === 'lunar' ? lunarYearOf : yearOf;
	const found: string[] = [];
	for (let year = yearAt(fromOn); year <= yearAt(toOn); year++) {
		const on = birthdayIn(birth, year);
		if (on >= fromOn && on <= toOn) found.push(on);
	}
	return found;
}

/** The age on a day: 虚岁 by lunar years, 周岁 by the solar date. The birth date must exist. */
export function ageOn(birth: BirthDate, kind: AgeKind, on: string): number {
	const born = bornOn(birth);
	if (born === null) throw new RangeError('no such day in the lunar calendar');
	return kind === 'full' ? fullAge(born, on) : nominalAge(toLunar(born).year, lunarYearOf(on));
}

/** First and last day of a window; a leap month belongs to the month whose number it bears. */
export function datesOf(calendar: Calendar, { year, firstMonth, lastMonth }: Window): { fromOn: string; toOn: string } {
	if (calendar === 'solar')
		return { fromOn: monthBounds(year, firstMonth).fromOn, toOn: monthBounds(year, lastMonth).toOn };
	const months = lunarMonthsOf(year).filter(({ month }) => month >= firstMonth && month <= lastMonth);
	const last = months.at(-1)!;
	return { fromOn: months[0]!.firstOn, toOn: addDays(last.firstOn, last.days - 1) };
}

/** The window of a series that a day lies in. */
export function windowAt({ calendar, cadence }: SeriesRule, on: string): Window {
	const at = calendar === 'lunar' ? toLunar(on) : { year: yearOf(on), month: monthOf(on) };
	return windowOf(cadence, at);
}

/**
 * Whether a series invites an elder for a window: the birthday in it and the age reached by its last day; null when
 * not. The list of a window is every elder for whom this is not null.
 */
export function birthdayFor(birth: BirthDate, rule: SeriesRule, window: Window): { on: string; age: number } | null {
	const { fromOn, toOn } = datesOf(rule.calendar, window);
	const [on] = birthdaysBetween(birth, fromOn, toOn);
	if (on === undefined) return null;
	const age = ageOn(birth, rule.ageKind, toOn);
	return isAgeInvited({ age, threshold: rule.threshold, cadence: rule.cadence }) ? { on, age } : null;
}
