import { isAgeInvited, type AgeKind } from '$lib/domain/birthdays/invited-ages';
import { cadenceOf, windowOf, type Cadence, type Window } from '$lib/domain/birthdays/birthday-window';
import { addDays, isDate, monthBounds, monthOf, yearOf } from '$lib/domain/calendar/calendar';
import { fullAge, nominalAge, type BirthDate, type Calendar } from '$lib/domain/birthdays/elder';
import type { LunarYmd } from '$lib/domain/calendar/lunar-date';
import { fromLunar, lunarMonthsOf, lunarYearOf, toLunar } from '../calendar/lunar';

/** First and last day, both within. */
export interface Dates {
	fromOn: string;
	toOn: string;
}

/** What a series asks of a birthday. */
export interface SeriesRule {
	threshold: number;
	ageKind: AgeKind;
	cadence: Cadence;
	calendar: Calendar;
}

/** What a list was planned with, whatever its series asks since. */
export function ruleOf({ threshold, ageKind, calendar, ...window }: Omit<SeriesRule, 'cadence'> & Window): SeriesRule {
	return { threshold, ageKind, calendar, cadence: cadenceOf(window) };
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
	return !on.endsWith('-02-29') || isDate(on) ? on : `${on.slice(0, 8)}28`;
}

function lunarBirthday({ month, day, isLeap }: LunarYmd, year: number): string {
	const months = lunarMonthsOf(year);
	const own = months.find((each) => each.month === month && each.isLeap === isLeap);
	const kept = own ?? months.find((each) => each.month === month && !each.isLeap)!;
	return addDays(kept.firstOn, Math.min(day, kept.days) - 1);
}

/** The birthdays from one day to another, both within it: none or one as a rule, two where the calendars drift past each other. */
export function birthdaysBetween(birth: BirthDate, fromOn: string, toOn: string): string[] {
	return yearsOf(birth.calendar, { fromOn, toOn })
		.map((year) => birthdayIn(birth, year))
		.filter((on) => on >= fromOn && on <= toOn);
}

/** The years of a calendar that touch some dates. */
function yearsOf(calendar: Calendar, { fromOn, toOn }: Dates): number[] {
	const yearAt = calendar === 'lunar' ? lunarYearOf : yearOf;
	const years = [];
	for (let year = yearAt(fromOn); year <= yearAt(toOn); year++) years.push(year);
	return years;
}

/** The age on a day: 虚岁 by lunar years, 周岁 by the solar date. The birth date must exist. */
export function ageOn(birth: BirthDate, kind: AgeKind, on: string): number {
	const born = bornOn(birth);
	if (born === null) throw new RangeError('no such day in the lunar calendar');
	return kind === 'full' ? fullAge(born, on) : nominalAge(toLunar(born).year, lunarYearOf(on));
}

/** First and last day of a window; a leap month belongs to the month whose number it bears. */
export function datesOf(calendar: Calendar, { year, firstMonth, lastMonth }: Window): Dates {
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
 * The age that a birthday completes: the 70th birthday is 周岁 70 and 虚岁 71. It counts the years of the calendar that the birth date was given
 * in, so each age has one birthday, and each birthday is in one window of any calendar. The age on the last day of the window would not do: a
 * lunar year may hold two birthdays of the solar calendar and the next one none. Where the two calendars differ, `ageOn` changes some days
 * before or after the birthday.
 */
function ageAt(birth: BirthDate, kind: AgeKind, year: number): number {
	const bornIn = birth.calendar === 'lunar' ? birth.year : yearOf(birth.on);
	return year - bornIn + (kind === 'nominal' ? 1 : 0);
}

/** A birthday, and the age it completes. */
export interface Birthday {
	on: string;
	age: number;
}

/**
 * For which birthday an elder is on the list of a window: the one that the series invites for, else any in the window, for a guest of honour may
 * be of any age; null where none is in it.
 */
export function listedBirthdays(rule: SeriesRule, window: Window): (birth: BirthDate) => Birthday | null {
	const invited = birthdaysFor(rule, window);
	const inWindow = birthdaysFor({ ...rule, threshold: 0, cadence: 'monthly' }, window);
	return (birth) => invited(birth) ?? inWindow(birth);
}

/**
 * Whom a series invites for a window: gives a function from a birth date to the birthday in the window; null where the elder is not invited. The
 * list of a window is every elder for whom it is not null. The dates of the window are worked out once for the whole roll.
 */
export function birthdaysFor(
	{ calendar, ageKind, cadence, threshold }: SeriesRule,
	window: Window
): (birth: BirthDate) => Birthday | null {
	const dates = datesOf(calendar, window);
	const years = { lunar: yearsOf('lunar', dates), solar: yearsOf('solar', dates) };
	return (birth) => {
		for (const year of years[birth.calendar]) {
			const age = ageAt(birth, ageKind, year);
			if (!isAgeInvited({ age, threshold, cadence })) continue;
			const on = birthdayIn(birth, year);
			if (on >= dates.fromOn && on <= dates.toOn) return { on, age };
		}
		return null;
	};
}
