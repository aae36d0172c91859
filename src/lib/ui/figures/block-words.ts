import type { Period } from '$lib/domain/calendar/reporting-period';
import { m } from '$lib/paraglide/messages.js';

/** A column of a released table: 第2季度, 上半年, 全年. */
export function blockWords({ fromOn, toOn }: Period): string {
	const [first, last] = [Number(fromOn.slice(5, 7)), Number(toOn.slice(5, 7))];
	if (last - first === 2) return m.trends_quarter({ quarter: last / 3 });
	if (last - first === 5) return first === 1 ? m.trends_first_half() : m.trends_second_half();
	return m.trends_whole_year();
}
