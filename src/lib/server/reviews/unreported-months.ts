import { reportedLedgers } from '$lib/domain/activities/added-work';
import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import type { CoverageSum } from '$lib/domain/figures/coverage';
import { isLookedThrough } from '$lib/domain/figures/ledger';
import type { ReportedLedger } from '$lib/domain/activities/added-work';
import type { Context } from '../context';
import { readReports } from '../figures/coverage';

/** A ledger of which some villages have not reported a period. */
export interface UnreportedLedger extends CoverageSum {
	ledger: ReportedLedger;
}

/**
 * The ledgers that keep figures of a closed period from being published, since some villages owe months of them, and how many. `period` is within
 * a year. A month that one record of the town shows to be looked through is owed by none.
 */
export async function listUnreported(
	ctx: Context,
	{ unitId, period }: { unitId: string; period: Period }
): Promise<UnreportedLedger[]> {
	const added = await ctx.registry();
	const year = yearOf(period.fromOn);
	const reports = await readReports(ctx.db, { unitId, year, today: ctx.today(), added });
	const own = new Map(reports.ofUnit().map(({ id, months }) => [id, months]));
	const wanted = new Set(monthsOf(period));
	const places = monthsOf(yearBounds(year)).flatMap((month, at) => (wanted.has(month) ? [at] : []));
	const isShown = (ledger: ReportedLedger, at: number) =>
		isLookedThrough(ledger) && own.get(ledger)?.[at]?.state === 'reported';
	return reportedLedgers(added)
		.map((ledger) => ({
			ledger,
			...reports.sumOf(
				ledger,
				places.filter((at) => !isShown(ledger, at))
			)
		}))
		.filter(({ missing }) => missing > 0);
}
