import { yearBounds } from '../calendar/calendar';
import { tellTable, tellWholeYear } from './block-table';
import { groupRows, joinedRows } from './counted-rows';
import { drivesOf, yearTotals } from './donor-tables';
import type { EarlierRelease, Release, ReleasedCell, ReleaseKind, Span } from './release';
import { savedCells } from './saving';
import { takenBack } from './taken-back';
import type { YearCounts } from './year-counts';

const held = 'banquets-held';

/**
 * What is released once of a closed year. `line`: the town's line of banquets held. `earlier`: what was published of the year before and
 * taken back: then the tables come again in the same cells where no difference to what people have seen says too much, else the totals alone.
 * `pledges`: what people have seen of pledges.
 */
export function closedYearTables(
	counts: YearCounts,
	line: readonly Span[],
	earlier: readonly EarlierRelease[] = [],
	pledges: readonly (Release | EarlierRelease)[] = []
): Release[] {
	const { year, villages, occasions, totals } = counts;
	const table = (figure: string, kind: ReleaseKind, cells: readonly ReleasedCell[]): Release[] =>
		cells.length === 0 ? [] : [{ figure, kind, year, ...yearBounds(year), cells }];
	const isKnown = totals.some(({ figure, value }) => figure === held && value !== null);
	const ofHeld = () => [
		...table(held, 'villages', tellTable(year, villages, line)),
		...table(held, 'groups', tellTable(year, groupRows(occasions), line)),
		...table(held, 'occasions', tellWholeYear(joinedRows(occasions))),
		...table(held, 'saved', savedCells(counts.saved))
	];
	return [
		...yearTotals(counts, earlier, pledges).flatMap(({ figure, ...cell }) =>
			table(figure, 'year', [{ key: '', ...cell }])
		),
		...table('blood-donations', 'drives', drivesOf(counts, earlier)),
		...(isKnown ? (tablesAgain(counts, earlier) ?? ofHeld()) : [])
	];
}

/** The tables of banquets held beside its total and its line, after a whole year of it was taken back; null where none was. */
function tablesAgain(counts: YearCounts, earlier: readonly EarlierRelease[]): Release[] | null {
	const back = takenBack(counts, held, earlier);
	if (!back?.isWholeYear) return null;
	return (back.again ?? []).filter(({ kind }) => kind !== 'year' && kind !== 'line');
}
