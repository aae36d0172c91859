import { yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { EarlierRelease, Release } from '$lib/domain/releases/release';
import { tellAnew } from '$lib/domain/releases/release-anew';
import { inForce, signed } from '$lib/domain/releases/pledge-flows';
import { tellYear, type ReleasedBefore } from '$lib/domain/releases/tell-year';
import { closedMonth } from '$lib/domain/releases/town-line';
import type { Database } from '$lib/server/db/client';
import { listEarlierReleases, listReleases } from '$lib/server/db/releases/releases';
import { countYear } from './count-year';
import { laterNotes } from './later-notes';

/** What a snapshot publishes. */
export interface SnapshotReleases {
	releases: Release[];
	/** The figures whose releases of the year before are replaced by some of these. */
	replaced: { figure: string; year: number }[];
}

/**
 * What the snapshot of a closed period adds to the releases of its unit: what is known and fine of its year and was not released yet, and
 * one line of what came after the releases of that year and the two before. `period` counts as closed. Where it closes the year of a figure,
 * the year before is published anew with what came later.
 */
export async function tellReleases(
	db: Database,
	{ unitId, period }: { unitId: string; period: Period }
): Promise<SnapshotReleases> {
	const year = yearOf(period.fromOn);
	const [{ releases: published, closed }, earlier] = await Promise.all([
		listReleases(db, unitId, yearsAround(year)),
		listEarlierReleases(db, unitId, yearsAround(year))
	]);
	const counts = await countYear(db, { unitId, year, closedTo: closedMonth(year, [...closed, period]) });
	const added = tellYear(counts, beforeOf(year, { published, earlier }));
	const closing = new Set(added.filter(({ kind }) => kind === 'year').map(({ figure }) => figure));
	const before = published.filter((release) => release.year === year - 1 && closing.has(release.figure));
	const anew = before.length === 0 ? [] : await releasesAnew(db, unitId, year - 1, { releases: before, earlier });
	const replaced = [...new Set(anew.map(({ figure }) => figure))].map((figure) => ({ figure, year: year - 1 }));
	const isReplaced = (release: Release) =>
		replaced.some(({ figure, year }) => release.figure === figure && release.year === year);
	const isNoted = (release: Release) => release.year <= year;
	const notes = await laterNotes(db, unitId, {
		published: [...published.filter((release) => isNoted(release) && !isReplaced(release)), ...anew],
		earlier: [...earlier, ...published.filter(isReplaced).map(asReplaced)]
	});
	return { releases: [...added, ...anew, ...notes], replaced };
}

/** The years that a year's releases are read beside. */
const yearsAround = (year: number): number[] => [year - 2, year - 1, year, year + 1];

/** A release that this snapshot replaces, as it will be read. */
const asReplaced = (release: Release): EarlierRelease => ({ ...release, ended: 'replaced', until: 'now' });

async function releasesAnew(
	db: Database,
	unitId: string,
	year: number,
	{ releases, earlier }: { releases: readonly Release[]; earlier: readonly EarlierRelease[] }
): Promise<Release[]> {
	const counts = await countYear(db, { unitId, year, closedTo: 12 });
	return tellAnew(counts, { releases, earlier: earlier.filter((release) => release.year === year) });
}

/** What a year's releases go by, of what was published of it and of the years before. */
export function beforeOf(
	year: number,
	{ published, earlier }: { published: readonly Release[]; earlier: readonly EarlierRelease[] }
): ReleasedBefore {
	return {
		releases: published.filter((release) => release.year === year),
		earlier: earlier.filter((release) => release.year === year),
		lastTotals: totalsOf(published, year - 1),
		lastCoverage: published.findLast((release) => release.kind === 'coverage' && release.year < year) ?? null,
		pledges: [...published, ...earlier].filter(({ figure }) => figure === inForce || figure === signed)
	};
}

/** The released totals of a year by figure. */
const totalsOf = (releases: readonly Release[], year: number): Map<string, number> =>
	new Map(
		releases
			.filter((release) => release.kind === 'year' && release.year === year)
			.flatMap(({ figure, cells }) => (cells[0]!.value === null ? [] : [[figure, cells[0]!.value] as const]))
	);
