import type { Festival, FestivalId } from '$lib/domain/calendar/festival';
import { lunarOf } from '$lib/server/calendar/lunar';

/** A day of the calendar of a month (YYYY-MM): its lunar date, its festivals, the banquets planned for it, and how many more there are. */
export function calendarDay<B extends { plannedOn: string }>(
	on: string,
	{
		month,
		today,
		festivals,
		days,
		banquets
	}: {
		month: string;
		today: string;
		festivals: readonly Festival[];
		days: readonly { on: string; count: number }[];
		banquets: readonly B[];
	}
) {
	const lunar = lunarOf(on);
	const own = banquets.filter(({ plannedOn }) => plannedOn === on);
	const counted = days.find((day) => day.on === on)?.count ?? 0;
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
		banquets: own,
		more: counted - own.length
	};
}
