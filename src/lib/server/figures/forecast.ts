import { addMonths, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { forecastYear } from '$lib/domain/figures/forecast';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { readSums } from '$lib/server/db/figures/figure-sums';
import { readLedgerStarts, type LedgerStarts } from '$lib/server/db/figures/ledger-starts';

/** How many earlier years are compared at most: older ones are of another time. */
const yearsBack = 5;

/**
 * Banquets held by the end of the running year, estimated from what is counted up to `today` (the town's date) and the same days of the
 * earlier whole years on record within `scope`; or why there is no estimate. It is no figure. `years` are those it rests on.
 */
export async function readForecast(
	db: Database,
	{ scope, today, starts }: { scope: string; today: string; starts?: LedgerStarts }
) {
	const { banquets: startOn } = starts ?? (await readLedgerStarts(db));
	const year = yearOf(today);
	const years = startOn === null ? [] : wholeYears(startOn, year);
	const periods: Period[] = [
		{ fromOn: yearBounds(year).fromOn, toOn: today },
		...years.flatMap((earlierYear) => {
			const { fromOn, toOn } = yearBounds(earlierYear);
			const sameDay = addMonths(today, (earlierYear - year) * 12);
			return [
				{ fromOn, toOn: sameDay },
				{ fromOn, toOn }
			];
		})
	];
	const asks = periods.map((period) => ({ of: [{ measure: 'banquets-held', by: 'records' } as const], period }));
	const [counted, ...pairs] = (await readSums(db, scope, asks)) as [number, ...number[]];
	const earlier = years.map((_, at) => ({ soFar: pairs[at * 2]!, whole: pairs[at * 2 + 1]! }));
	return { counted, years: years.filter((_, at) => earlier[at]!.soFar > 0), ...forecastYear(counted, earlier, today) };
}

/** A year is whole when the ledger began in its January or earlier: every town has a banquet in January. */
function wholeYears(startOn: string, year: number): number[] {
	const first = startOn.slice(5, 7) === '01' ? yearOf(startOn) : yearOf(startOn) + 1;
	return Array.from({ length: yearsBack }, (_, back) => year - 1 - back).filter((earlier) => earlier >= first);
}
