import { monthBounds, addDays, weekdayOf } from './calendar';

/** The weeks of a month (1 to 12), Monday to Sunday, whole: with the days of the neighbouring months that fill the first and the last. */
export function weeksOf(year: number, month: number): string[][] {
	const { fromOn, toOn } = monthBounds(year, month);
	const weeks: string[][] = [];
	for (let on = addDays(fromOn, -((weekdayOf(fromOn) + 6) % 7)); on <= toOn; on = addDays(on, 7)) {
		weeks.push(Array.from({ length: 7 }, (_, nth) => addDays(on, nth)));
	}
	return weeks;
}
