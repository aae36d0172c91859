import { addMonths, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { findFigure, type Figure } from '$lib/domain/figures/figure';
import { forecastYear } from '$lib/domain/figures/forecast';
import { late } from '$lib/domain/figures/known';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { readSums } from '$lib/server/db/figures/figure-sums';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { readKnown } from './known-extent';

/** How many earlier years are compared at most: older ones are of another time. */
const yearsBack = 5;
const held: Figure = findFigure('banquets-held')!;

/**
 * Banquets held by the end of the running year, estimated from what is counted up to `today` (the town's date) and the same days of the
 * earlier years within `scope` that are known whole; or why there is no estimate. It is no figure. `years` are those it rests on.
 */
export async function readForecast(
	db: Database,
	{ scope, today, starts }: { scope: string; today: string; starts?: LedgerStarts }
) {
	const year = yearOf(today);
	const running: Period = { fromOn: yearBounds(year).fromOn, toOn: today };
	const before = Array.from({ length: yearsBack }, (_, back) => yearBounds(year - 1 - back));
	const knownOf = await readKnown(db, {
		scopes: [scope],
		figures: [held],
		periods: [running, ...before],
		today,
		starts
	});
	const isWhole = (period: Period) => {
		const known = knownOf(held.id, scope, period);
		return known.state === 'known' && late(known, period) === 0;
	};
	const whole = before.filter(isWhole);
	const sameDays = whole.map(({ fromOn }) => ({ fromOn, toOn: addMonths(today, (yearOf(fromOn) - year) * 12) }));
	const asks = [running, ...sameDays, ...whole].map((period) => ({
		of: [{ measure: 'banquets-held', by: 'records' } as const],
		period
	}));
	const [counted, ...sums] = (await readSums(db, scope, asks)) as [number, ...number[]];
	const earlier = whole.map((_, at) => ({ soFar: sums[at]!, whole: sums[whole.length + at]! }));
	return {
		counted,
		years: whole.map(({ fromOn }) => yearOf(fromOn)).filter((_, at) => earlier[at]!.soFar > 0),
		...forecastYear(counted, earlier, today, knownOf(held.id, scope, running).state === 'known')
	};
}
