// What is released when a period of a year is closed (decisions/0043).
import { yearBounds } from '../calendar/calendar';
import { awaitedCell } from './awaited';
import { tellCoverage } from './coverage-quarters';
import { inForce } from './pledge-flows';
import type { EarlierRelease, Release, ReleasedCell } from './release';
import { spansOf } from './spans';
import { takenBack } from './taken-back';
import { closedYearTables } from './year-tables';
import { stepOf, sumOf, tellLine, publishedMonth } from './town-line';
import type { YearCounts, YearLine } from './year-counts';

/** What was released before: of this year, and the totals of the year before by figure. */
export interface ReleasedBefore {
	releases: readonly Release[];
	/** What was published of this year and is no longer in force: people have seen it. */
	earlier: readonly EarlierRelease[];
	lastTotals: ReadonlyMap<string, number>;
	/** Pledge coverage as it was released last before this year; null where it was not. */
	lastCoverage: Release | null;
	/** What people have seen of pledges in force and signed, of this year and those around it. */
	pledges?: readonly (Release | EarlierRelease)[];
}

/**
 * The releases that a closing adds. What was released is not released again; what is not known, or not fine, waits. A closed year of a figure
 * is looked at once: a table that did not come with its total would tell, when it comes after one more record, what that record was.
 */
export function tellYear(counts: YearCounts, before: ReleasedBefore): Release[] {
	const lines = counts.lines.flatMap((line) => lineOf(counts, line, before));
	const isClosed = counts.closedTo === 12;
	const line = spansOf([...before.releases, ...lines], 'banquets-held');
	const { earlier, pledges = [] } = before;
	const coverage = tellCoverage(counts, { last: lastCoverageOf(before), earlier, pledges });
	const quarters = coverage.filter(({ toOn }) => toOn !== yearBounds(counts.year).toOn);
	const tables = isClosed ? closedYearTables(counts, line, earlier, [...pledges, ...quarters]) : [];
	// The last quarter has the very number that is withheld of the year.
	const isWithheld = tables.some(({ figure, cells }) => figure === inForce && cells[0]!.value === null);
	const added = [...lines, ...(isWithheld ? quarters : coverage), ...tables];
	return [...added.filter(({ figure }) => !isYearReleased(before.releases, figure)), ...ledgerOf(counts, before)];
}

const lastCoverageOf = ({ releases, lastCoverage }: ReleasedBefore): Release | null =>
	releases.findLast(({ kind }) => kind === 'coverage') ?? lastCoverage;

const isYearReleased = (releases: readonly Release[], figure: string) =>
	releases.some((one) => one.figure === figure && one.kind === 'year');

function lineOf(counts: YearCounts, line: YearLine, { releases, earlier, lastTotals }: ReleasedBefore): Release[] {
	const { year, closedTo } = counts;
	const { figure, begins, months } = line;
	const again = lineAgain(counts, figure, { releases, earlier });
	if (again === null) return [];
	const publishedTo = Math.max(publishedMonth(spansOf([...releases, ...again], figure)), begins);
	// A past year that is closed at one go has its own total to go by.
	const last =
		lastTotals.get(figure) ?? (publishedTo === begins && closedTo === 12 ? sumOf(months.slice(begins)) : null);
	const spans = tellLine({ year, step: stepOf(last), publishedTo, closedTo, months });
	return [
		...again,
		...spans.map(({ fromOn, toOn, value }) =>
			release({ figure, kind: 'line', year, fromOn, toOn }, [{ key: '', value }])
		)
	];
}

/**
 * The spans of a line that was taken back, once more; none where there was no line, or it is here already. Null where it does not come again:
 * then nothing of the year follows but its total, since a span less tells which one.
 */
function lineAgain(
	counts: YearCounts,
	figure: string,
	{ releases, earlier }: Pick<ReleasedBefore, 'releases' | 'earlier'>
): Release[] | null {
	const back = takenBack(counts, figure, earlier);
	if (!back || spansOf(releases, figure).length > 0) return [];
	return back.again && back.again.filter(({ kind }) => kind === 'line');
}

/** Who reported, as it stands at every closing, and of a closed year how many banquets have no outcome. */
function ledgerOf({ year, closedTo, ledger, awaited }: YearCounts, { releases, earlier }: ReleasedBefore): Release[] {
	if (closedTo === 0 || ledger.length === 0) return [];
	const cells = ledger.map(({ states, ...village }) => ({
		...village,
		value: null,
		states: states.slice(0, closedTo)
	}));
	const ofTown = awaited === null ? [] : [awaitedCell(awaited, [...earlier, ...releases])];
	return [release({ figure: 'banquets-held', kind: 'ledger', year, ...yearBounds(year) }, [...cells, ...ofTown])];
}

const release = (head: Omit<Release, 'cells'>, cells: readonly ReleasedCell[]): Release => ({ ...head, cells });
