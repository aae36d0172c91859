import { LunarDay, LunarMonth, SolarDay } from 'tyme4ts';
import type { LunarDate } from '$lib/domain/lunar-date';

/** The lunar date of a day (YYYY-MM-DD of the town). */
export function lunarOf(on: string): LunarDate {
	const day = lunarDayOf(on);
	const month = day.getLunarMonth();
	return {
		...{ month: Math.abs(day.getMonth()), day: day.getDay(), isLeap: month.isLeap() },
		name: `${month.getName()}${day.getName()}`,
		dayName: day.getName()
	};
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

function iso(day: SolarDay): string {
	return [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');
}
