// What is published anew of a year, once, when the next year is closed (decisions/0049).
import { figures, findFigure } from '../figures/figure';
import { hasAnew } from './figure-class';
import type { EarlierRelease, Release, ReleaseKind } from './release';
import { cellsOf } from './release-differences';
import { recount, tables } from './release-recount';
import type { YearCounts } from './year-counts';

/** What a release anew takes the place of: with the tables the notes of what came later, which it counts in. */
export const replacedKinds: readonly ReleaseKind[] = [...tables, 'saved', 'later'];

interface Published {
	/** Of the year, in force. */
	releases: readonly Release[];
	earlier: readonly EarlierRelease[];
}

/**
 * The releases of a closed year with all that was recorded since, of figures that have changed: in the same cells as before, and only where
 * no number that is printed is small, nor what any of them differs by from what people have seen. `counts`: the year as its records are now.
 */
export function tellAnew(counts: YearCounts, { releases, earlier }: Published): Release[] {
	const ids = releases.filter(({ kind }) => kind === 'year').map(({ figure }) => figure);
	return ids.flatMap((figure) => {
		if (!mayBeAnew(figure, earlier)) return [];
		const now = releases.filter((one) => one.figure === figure);
		const anew = recount(now, counts, earlier) ?? [];
		return isChanged(now, anew) ? anew : [];
	});
}

const mayBeAnew = (figure: string, earlier: readonly EarlierRelease[]) =>
	hasAnew(findFigure(figures, figure)!) && !earlier.some((one) => one.figure === figure && one.ended === 'replaced');

/** Whether a number of any table is another. */
function isChanged(now: readonly Release[], anew: readonly Release[]): boolean {
	const numbers = (releases: readonly Release[]) =>
		tables.flatMap((kind) => releases.filter((one) => one.kind === kind).flatMap(cellsOf)).map(({ value }) => value);
	const [before, after] = [numbers(now), numbers(anew)];
	return after.some((value, at) => value !== before[at]);
}
