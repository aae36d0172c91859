// The numbers of releases that people have seen, in the same cells, as the records are now (decisions/0049).
import { monthOf } from '../calendar/calendar';
import type { Period } from '../calendar/reporting-period';
import { blockOf } from './blocks';
import type { YearRow } from './block-table';
import { groupRows, joinedRows } from './counted-rows';
import type { EarlierRelease, Release, ReleasedCell, ReleaseKind } from './release';
import { cellsOf, isFineBesideAll, versionsOf } from './release-differences';
import { isFineAfter, savedCells } from './saving';
import { totalsSeen } from './totals-seen';
import { isFine, sumOf } from './town-line';
import type { YearCounts } from './year-counts';

/** The tables of a figure that come a second time, all of them or none. Spending saved comes with them. */
export const tables = ['year', 'line', 'villages', 'groups', 'occasions'] as const satisfies readonly ReleaseKind[];

/**
 * The releases of a figure's year once more, in the same cells, with what is counted now. Null where a number has become small, or differs by
 * one or two from what people have seen: the whole or nothing, as each table follows from the others. `earlier`: all that was published of the
 * year and is no longer in force.
 */
export function recount(
	releases: readonly Release[],
	counts: YearCounts,
	earlier: readonly EarlierRelease[]
): Release[] | null {
	const again: Release[] = [];
	for (const kind of tables) {
		const before = releases.filter((one) => one.kind === kind);
		const after = before.map((release) => recounted(release, counts));
		if (after.some((release) => release === null)) return null;
		const cells = (after as Release[]).flatMap(cellsOf);
		const versions = before[0] ? versionsOf(earlier, before[0].figure, kind) : [];
		if (kind !== 'year' && !cells.every(({ value }) => isFine(value))) return null;
		if (!isFineBesideAll(cells, [before.flatMap(cellsOf), ...versions])) return null;
		if (kind === 'year' && isBesideNotes(cells, before, [...releases, ...earlier])) return null;
		again.push(...(after as Release[]));
	}
	return [...again, ...savedAgain(releases, counts, earlier)];
}

/** Whether the total differs by one or two from what people have read with the notes of what came later. */
function isBesideNotes(
	cells: readonly { value: number | null }[],
	[before]: readonly Release[],
	seen: readonly (Release | EarlierRelease)[]
): boolean {
	if (!before) return false;
	const totals = totalsSeen(seen, before.figure, before.year);
	return cells.some(({ value }) => totals.some((total) => !isFine(Math.abs(value! - total!))));
}

/** The same cells with what is counted now. Null where they do not hold all of it, one is withheld, or it is not known. */
function recounted(release: Release, counts: YearCounts): Release | null {
	const rows = rowsOf(release, counts);
	const keys = new Set(release.cells.map(({ key }) => key));
	const isWhole = rows?.every(({ key, months }) => keys.has(key) || months.every((count) => count === 0));
	if (!rows || !isWhole) return null;
	const cells = release.cells.map((cell): ReleasedCell | null => {
		const row = rows.find(({ key }) => key === cell.key);
		if (!row || cell.value === null) return null;
		return { ...cell, value: sumIn(row.months, blockOf(release.year, cell)) };
	});
	return cells.some((cell) => cell === null) ? null : { ...release, cells: cells as ReleasedCell[] };
}

/** The months of each class of a table. A table of one number is not counted by month: all of it is given to January. */
function rowsOf({ figure, kind, ...span }: Release, counts: YearCounts): readonly YearRow[] | null {
	if (kind === 'villages') return counts.villages;
	if (kind === 'groups') return groupRows(counts.occasions);
	if (kind === 'occasions') return joinedRows(counts.occasions);
	const total = counts.totals.find((one) => one.figure === figure)?.value ?? null;
	const line = counts.lines.find((one) => one.figure === figure)?.months ?? [];
	const count = kind === 'line' ? countIn(line, span) : total;
	return count === null ? null : [{ key: '', months: [count] }];
}

/** What the months of a span come to; null where one of them is not known. Months before it need not be: its ledger may begin with it. */
function countIn(months: readonly (number | null)[], { fromOn, toOn }: Period): number | null {
	const [first, last] = [monthOf(fromOn), monthOf(toOn)];
	return sumOf(Array.from({ length: last - first + 1 }, (_, nth) => months[first - 1 + nth] ?? null));
}

const sumIn = (months: readonly number[], { fromOn, toOn }: Period) =>
	sumOf(months.slice(monthOf(fromOn) - 1, monthOf(toOn)));

/** The money of banquets, where the year changed; none where it says of one or two of them what they saved. */
function savedAgain(releases: readonly Release[], counts: YearCounts, earlier: readonly EarlierRelease[]): Release[] {
	const saved = releases.find(({ kind }) => kind === 'saved');
	const year = releases.find(({ kind }) => kind === 'year');
	if (!saved || !year) return [];
	const total = counts.totals.find(({ figure }) => figure === year.figure)!.value;
	if (total === year.cells[0]!.value) return [saved];
	const cells = savedCells(counts.saved);
	const seen = [saved, ...earlier.filter(({ figure, kind }) => figure === saved.figure && kind === 'saved')];
	return cells.length > 0 && seen.every((one) => isFineAfter(cells, one.cells)) ? [{ ...saved, cells }] : [];
}
