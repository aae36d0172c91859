import { addMonths, monthBoundsOf, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { forecastYear } from '$lib/domain/figures/forecast';
import type { Database } from '$lib/server/db/client';
import { readPublished } from './read-published';

/** How many earlier years are compared at most: older ones are of another time. */
const yearsBack = 5;
const figure = 'banquets-held';

/**
 * Banquets held by the end of a year, estimated from what is released of it up to `on`, the last day of a month, and from the same months of
 * the earlier years that are released whole; or why there is no estimate. It is no figure. `years` are those it rests on.
 */
export async function readForecast(db: Database, { scope, on }: { scope: string; on: string }) {
	const year = yearOf(on);
	const earlierYears = Array.from({ length: yearsBack }, (_, back) => year - 1 - back);
	const published = await readPublished(db, scope, [year, ...earlierYears].map(yearBounds));
	const counted = published.valueOf(figure, { fromOn: yearBounds(year).fromOn, toOn: on }) ?? 0;
	const earlier = earlierYears.flatMap((earlierYear) => {
		const range = yearBounds(earlierYear);
		const toOn = monthBoundsOf(addMonths(`${on.slice(0, 7)}-01`, (earlierYear - year) * 12)).toOn;
		const [soFar, whole] = [published.valueOf(figure, { ...range, toOn }), published.valueOf(figure, range)];
		return soFar === null || whole === null ? [] : [{ year: earlierYear, soFar, whole }];
	});
	const years = earlier.filter(({ soFar }) => soFar > 0).map((one) => one.year);
	return { counted, years, ...forecastYear(counted, earlier, on) };
}
