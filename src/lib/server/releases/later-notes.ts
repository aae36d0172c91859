import { yearBounds } from '$lib/domain/calendar/calendar';
import { figures, findFigure } from '$lib/domain/figures/figure';
import { hasNotes } from '$lib/domain/releases/figure-class';
import type { EarlierRelease, Release } from '$lib/domain/releases/release';
import { totalsSeen } from '$lib/domain/releases/totals-seen';
import { isFine } from '$lib/domain/releases/town-line';
import type { Database } from '$lib/server/db/client';
import { askFigure } from '$lib/server/db/figures/counted-parts';
import { readSums } from '$lib/server/db/figures/figure-sums';

/**
 * For each released year of a figure that its records no longer come to, the number that came or went since its last note, once that is three
 * at least beside every total that people have read: one or two wait for more. `published`: in force; `earlier`: seen, and no longer in force.
 */
export async function laterNotes(
	db: Database,
	unitId: string,
	{ published, earlier }: { published: readonly Release[]; earlier: readonly EarlierRelease[] }
): Promise<Release[]> {
	const years = published.filter(
		({ kind, figure, cells }) => kind === 'year' && cells[0]!.value !== null && hasNotes(findFigure(figures, figure)!)
	);
	if (years.length === 0) return [];
	const asks = years.map(({ figure, year }) => askFigure(findFigure(figures, figure)!.source, yearBounds(year)));
	const counts = (await readSums(db, unitId, asks)) as number[];
	return years.flatMap(({ figure, year }, at) => {
		const known = totalsSeen(published, figure, year);
		const seen = [...known, ...totalsSeen(earlier, figure, year)];
		const value = counts[at]! - known.at(-1)!;
		const mayRead = seen.every((total) => total !== null && isFine(Math.abs(counts[at]! - total)));
		return value === 0 || !mayRead
			? []
			: [{ figure, kind: 'later', year, ...yearBounds(year), cells: [{ key: '', value }] }];
	});
}
