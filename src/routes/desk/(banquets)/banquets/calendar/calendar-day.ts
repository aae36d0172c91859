import type { Festival, FestivalId } from '$lib/domain/calendar/festival';
import { lunarOf } from '$lib/server/calendar/lunar';

/** A day of the calendar of a month (YYYY-MM): its lunar date, its festivals, and the banquets planned for it. */
export function calendarDay<B extends { plannedOn: string }>(
	on: string,
	{
		month,
		today,
		festivals,
		banquets
	}: { month: string; today: string; festivals: readonly Festival[]; banquets: readonly B[] }
) {
	const lunar = lunarOf(on);
	return {
		on,
		isInMonth: on.startsWith(month),
		isToday: on === today,
		lunar: {
			month: lunar.month,
			day: lunar.day,
			name: lunar.day === 1 ? lunar.name.replace('初一', '') : lunar.dayName
		},
		festivals: festivals.filter((festival) => festival.on === on).map(({ id }): FestivalId => id),
		banquets: banquets.filter(({ plannedOn }) => plannedOn === on)
	};
}
