import { LunarDay, SolarTerm } from 'tyme4ts';
import type { Festival } from '$lib/domain/calendar/festival';
import { iso } from './lunar';

/** 清明 among the 24 solar terms, counted from the winter solstice before the year. */
const qingming = 7;

/**
 * The festivals of a solar year, by day: those of the moon from tyme4ts, since Intl's "chinese" calendar disagrees with the
 * official one (birthday-banquets.md). Dates are the town's.
 */
export function festivalsOf(year: number): Festival[] {
	const festivals: Festival[] = [
		{ id: 'spring-festival', on: lunar(year, 1, 1) },
		{ id: 'qingming', on: iso(SolarTerm.fromIndex(year, qingming).getSolarDay()) },
		{ id: 'labour-day', on: `${year}-05-01` },
		{ id: 'dragon-boat', on: lunar(year, 5, 5) },
		{ id: 'school-season', on: `${year}-08-01` },
		{ id: 'mid-autumn', on: lunar(year, 8, 15) },
		{ id: 'national-day', on: `${year}-10-01` }
	];
	return festivals.sort((a, b) => a.on.localeCompare(b.on));
}

function lunar(year: number, month: number, day: number): string {
	return iso(LunarDay.fromYmd(year, month, day).getSolarDay());
}
