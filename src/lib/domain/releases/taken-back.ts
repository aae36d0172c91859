// A year that was taken back, when it is published again (decisions/0049).
import { isAsShortAsSizes } from './block-table';
import type { EarlierRelease, Release } from './release';
import { recount } from './release-recount';
import { spansOf } from './spans';
import type { YearCounts } from './year-counts';

/** What was published of a figure's year last before it was taken back; none where it never was. */
function lastVersion(earlier: readonly EarlierRelease[], figure: string): Release[] {
	const mine = earlier.filter((one) => one.figure === figure && one.ended === 'withdrawn');
	return mine
		.filter(({ until }) => until === mine.at(-1)!.until)
		.map(({ figure, kind, year, fromOn, toOn, cells }) => ({ figure, kind, year, fromOn, toOn, cells }));
}

/** What was taken back last, and what comes of it again: null where a number or a difference says too much. */
interface TakenBack {
	isWholeYear: boolean;
	again: Release[] | null;
}

/** How a figure's year comes again after it was taken back; null where it never was. */
export function takenBack(counts: YearCounts, figure: string, earlier: readonly EarlierRelease[]): TakenBack | null {
	const last = lastVersion(earlier, figure);
	if (last.length === 0) return null;
	const isWholeYear = last.some(({ kind }) => kind === 'year');
	const line = spansOf(last, figure);
	const isOpen = last.some(({ kind, ...one }) => isClassTable(kind) && !isAsShortAsSizes({ kind, ...one }, line));
	return { isWholeYear, again: isOpen ? null : recount(last, counts, earlier) };
}

const isClassTable = (kind: Release['kind']) => kind === 'villages' || kind === 'groups';
