import { LunarDay, LunarMonth, LunarYear, SolarDay } from 'tyme4ts';
import { addDays, daysBetween, isDate, yearOf } from '$lib/domain/calendar/calendar';
import { lunarDayName, type LunarDate, type LunarYmd } from '$lib/domain/calendar/lunar-date';

/** The lunar date of a day (YYYY-MM-DD of the town). */
export function lunarOf(on: string): LunarDate {
	const { month, isLeap, name, firstOn } = monthOf(on);
	const day = daysBetween(firstOn, on) + 1;
	const dayName = lunarDayName(day);
	return { month, day, isLeap, name: `${name}${dayName}`, dayName };
}

/**
 * The day (YYYY-MM-DD) so many lunar months later, on the same lunar day; the 30th of a month of 29 days is its 29th.
 * A step of one goes through leap months too (每月十五 has a 闰六月十五); longer steps count months by their number, so that twelve
 * are the same lunar date of the next year.
 */
export function addLunarMonths(on: string, months: number, every = 1): string {
	const day = lunarDayOf(on);
	const month = every === 1 ? day.getLunarMonth().next(months) : ordinaryMonthAfter(day, months);
	return iso(
		LunarDay.fromYmd(
			month.getYear(),
			month.getMonthWithLeap(),
			Math.min(day.getDay(), month.getDayCount())
		).getSolarDay()
	);
}

function ordinaryMonthAfter(day: LunarDay, months: number): LunarMonth {
	const count = day.getYear() * 12 + Math.abs(day.getMonth()) - 1 + months;
	return LunarMonth.fromYm(Math.floor(count / 12), (count % 12) + 1);
}

function lunarDayOf(on: string): LunarDay {
	const [year, month, day] = on.split('-').map(Number) as [number, number, number];
	return SolarDay.fromYmd(year, month, day).getLunarDay();
}

/** A solar day of the library as YYYY-MM-DD. */
export function iso(day: SolarDay): string {
	return [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');
}

interface Month {
	/** 1 to 12. */
	month: number;
	isLeap: boolean;
	/** As the library says it: 十二月, 闰六月. */
	name: string;
	firstOn: string;
	/** 29 or 30. */
	days: number;
}

/** Working a year out takes milliseconds and it never changes, so each is worked out once. */
const years = new Map<number, readonly Month[]>();

/** The months of a lunar year in order, 12 or 13 of them; a 闰 month follows the month with its number. */
export function lunarMonthsOf(year: number): readonly Month[] {
	const known = years.get(year);
	if (known) return known;
	const months = LunarYear.fromYear(year)
		.getMonths()
		.map((month) => ({
			month: Math.abs(month.getMonthWithLeap()),
			isLeap: month.isLeap(),
			name: month.getName(),
			firstOn: iso(LunarDay.fromYmd(year, month.getMonthWithLeap(), 1).getSolarDay()),
			days: month.getDayCount()
		}));
	years.set(year, months);
	return months;
}

/** The lunar year, month and day of a date (YYYY-MM-DD of the town). */
export function toLunar(on: string): LunarYmd {
	const { month, isLeap, firstOn } = monthOf(on);
	return { year: lunarYearOf(on), month, day: daysBetween(firstOn, on) + 1, isLeap };
}

const monthOf = (on: string) => lunarMonthsOf(lunarYearOf(on)).findLast(({ firstOn }) => firstOn <= on)!;

/** The lunar year a date lies in: it turns at 春节, not on 1 January. */
export function lunarYearOf(on: string): number {
	const year = yearOf(on);
	return on < lunarMonthsOf(year)[0]!.firstOn ? year - 1 : year;
}

/** The lunar years that dates are typed of. The library knows no year 0, and each further year takes it milliseconds. */
const [firstYear, lastYear] = [1800, 2200];

/** The date (YYYY-MM-DD) of a lunar day; null where that year has no such month or the month no such day, and for years out of living memory. */
export function fromLunar({ year, month, day, isLeap }: LunarYmd): string | null {
	if (!(year >= firstYear && year <= lastYear)) return null;
	const found = lunarMonthsOf(year).find((own) => own.month === month && own.isLeap === isLeap);
	if (!found || day < 1 || day > found.days) return null;
	const on = addDays(found.firstOn, day - 1);
	return isDate(on) ? on : null;
}
