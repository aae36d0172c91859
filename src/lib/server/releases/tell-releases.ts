import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Release } from '$lib/domain/releases/release';
import { tellYear } from '$lib/domain/releases/tell-year';
import { closedMonth } from '$lib/domain/releases/town-line';
import type { Database } from '$lib/server/db/client';
import { listReleases } from '$lib/server/db/releases/releases';
import { listClosedPeriods } from '$lib/server/db/reviews/closings';
import { countYear } from './count-year';
import { laterNotes } from './later-notes';

/**
 * What the snapshot of a closed period adds to the releases of its unit: what is known and fine of its year and was not released yet, and
 * one line of what came after the releases of that year and the two before. `period` counts as closed.
 */
export async function tellReleases(
	db: Database,
	{ unitId, period }: { unitId: string; period: Period }
): Promise<Release[]> {
	const year = yearOf(period.fromOn);
	const [closed, { releases: published }] = await Promise.all([
		listClosedPeriods(db, unitId, yearBounds(year)),
		listReleases(db, unitId, [year - 2, year - 1, year])
	]);
	const counts = await countYear(db, { unitId, year, closedTo: closedMonth(year, [...closed, period]) });
	const added = tellYear(counts, {
		releases: published.filter((release) => release.year === year),
		lastTotals: totalsOf(published, year - 1),
		lastCoverage: published.findLast((release) => release.kind === 'coverage' && release.year < year) ?? null
	});
	return [...added, ...(await laterNotes(db, unitId, published))];
}

/** The released totals of a year by figure. */
const totalsOf = (releases: readonly Release[], year: number): Map<string, number> =>
	new Map(
		releases
			.filter((release) => release.kind === 'year' && release.year === year)
			.flatMap(({ figure, cells }) => (cells[0]!.value === null ? [] : [[figure, cells[0]!.value] as const]))
	);
