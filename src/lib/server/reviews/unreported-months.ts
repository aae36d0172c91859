import { reportedLedgers } from '$lib/domain/activities/added-work';
import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import { sumCoverage, type CoverageSum } from '$lib/domain/figures/coverage';
import { isLookedThrough } from '$lib/domain/figures/ledger';
import type { ReportedLedger } from '$lib/domain/activities/added-work';
import type { Context } from '../context';
import { readCoverage, readLedgers } from '../figures/coverage';

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
	const asked = { year: yearOf(period.fromOn), today: ctx.today(), added };
	const [villages, town] = await Promise.all([
		readCoverage(ctx.db, { ...asked, scope: unitId, ledgers: reportedLedgers(added) }),
		readLedgers(ctx.db, { ...asked, unitId })
	]);
	const wanted = new Set(monthsOf(period));
	const places = monthsOf(yearBounds(asked.year)).flatMap((month, at) => (wanted.has(month) ? [at] : []));
	return villages
		.map(({ ledger, rows }) => {
			const own = town.find(({ id }) => id === ledger)?.months ?? [];
			const isShown = (at: number) => isLookedThrough(ledger) && own[at]?.state === 'reported';
			const open = places.filter((at) => !isShown(at));
			return { ledger, ...sumCoverage(rows.map(({ months }) => ({ months: open.map((at) => months[at]!) }))) };
		})
		.filter(({ missing }) => missing > 0);
}
