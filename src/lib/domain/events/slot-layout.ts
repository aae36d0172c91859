/** How long one donor's slot is: a quarter of an hour. */
export const quarterHour = 15 * 60_000;

/** The most slots one layout makes: twelve hours. */
export const mostQuarterHours = 48;

/** The quarter-hours of a span, in order; null when it is not made of whole ones, or of more than twelve hours. Instants in ms, UTC. */
export function layOutQuarterHours(startsAt: number, endsAt: number): { startsAt: number; endsAt: number }[] | null {
	const count = (endsAt - startsAt) / quarterHour;
	if (!Number.isInteger(count) || count < 1 || count > mostQuarterHours) return null;
	return Array.from({ length: count }, (_, nth) => ({
		startsAt: startsAt + nth * quarterHour,
		endsAt: startsAt + (nth + 1) * quarterHour
	}));
}
