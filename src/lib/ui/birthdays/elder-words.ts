import type {
	BirthDate,
	Calendar,
	DepartureReason,
	Diet,
	Mobility,
	PhotoConsent,
	Sex
} from '$lib/domain/birthdays/elder';
import { lunarDayName, lunarMonthName, type LunarYmd } from '$lib/domain/calendar/lunar-date';
import { m } from '$lib/paraglide/messages.js';
import { longDate } from '../calendar/long-date';

export const sexWords: Record<Sex, () => string> = { female: m.elders_female, male: m.elders_male };

export const mobilityWords: Record<Mobility, () => string> = {
	walks: m.elders_mobility_walks,
	'needs-arm': m.elders_mobility_needs_arm,
	wheelchair: m.elders_mobility_wheelchair,
	homebound: m.elders_mobility_homebound
};

export const dietWords: Record<Diet, () => string> = {
	any: m.elders_diet_any,
	soft: m.elders_diet_soft,
	light: m.elders_diet_light,
	'low-sugar': m.elders_diet_low_sugar,
	vegetarian: m.elders_diet_vegetarian,
	halal: m.elders_diet_halal
};

export const photoWords: Record<PhotoConsent, () => string> = {
	unasked: m.elders_photo_unasked,
	yes: m.elders_photo_yes,
	no: m.elders_photo_no
};

export const calendarWords: Record<Calendar, () => string> = {
	lunar: m.elders_calendar_lunar,
	solar: m.elders_calendar_solar
};

export const departureWords: Record<DepartureReason, () => string> = {
	died: m.elders_departure_died,
	moved: m.elders_departure_moved
};

/** 二月三十, 闰六月初一: a day of the lunar year. */
export function lunarDayText({ month, day, isLeap }: Omit<LunarYmd, 'year'>): string {
	const name = `${lunarMonthName(month, isLeap)}${lunarDayName(day)}`;
	return isLeap ? m.elders_lunar_day_leap({ name, month, day }) : m.elders_lunar_day({ name, month, day });
}

/** A birth date as it was given: 农历1946年二月三十 / 公历1946年3月5日; for null (erased) the word for it. */
export function birthText(birth: BirthDate | null): string {
	if (birth === null) return m.questions_erased();
	if (birth.calendar === 'solar') return m.elders_birth_solar({ day: longDate(birth.on) });
	return m.elders_birth_lunar({ year: birth.year, day: lunarDayText(birth) });
}
