// What is released when a period of a year is closed (decisions/0043).
import { yearBounds } from '../calendar/calendar';
import { tellCoverage } from './coverage-quarters';
import type { Release, ReleasedCell, Span } from './release';
import { closedYearTables } from './year-tables';
import { stepOf, sumOf, tellLine, publishedMonth } from './town-line';
import type { YearCounts, YearLine } from './year-counts';

/** What was released before: of this year, and the totals of the year before by figure. */
export interface ReleasedBefore {
	releases: readonly Release[];
	lastTotals: ReadonlyMap<string, number>;
	/** Pledge coverage as it was released last before this year; null where it was not. */
	lastCoverage: Release | null;
}

/** The releases that a closing adds. What was released is not released again; what is not known, or not fine, waits. */
export function tellYear(counts: YearCounts, before: ReleasedBefore): Release[] {
	const lines = counts.lines.flatMap((line) => lineOf(counts, line, before));
	const isClosed = counts.closedTo === 12;
	const added = [
		...lines,
		...tellCoverage(counts, lastCoverageOf(before)),
		...(isClosed ? closedYearTables(counts, spansOf([...before.releases, ...lines], 'banquets-held')) : [])
	];
	return [...added.filter((release) => !isReleasedAlready(before.releases, release)), ...ledgerOf(counts)];
}

const lastCoverageOf = ({ releases, lastCoverage }: ReleasedBefore): Release | null =>
	releases.findLast(({ kind }) => kind === 'coverage') ?? lastCoverage;

const isReleasedAlready = (releases: readonly Release[], { figure, kind, fromOn, toOn }: Release) =>
	releases.some((one) => one.figure === figure && one.kind === kind && one.fromOn <= toOn && one.toOn >= fromOn);

/** The town's line of a figure as far as it is released, in order. */
export const spansOf = (releases: readonly Release[], figure: string): Span[] =>
	releases
		.filter((release) => release.kind === 'line' && release.figure === figure)
		.map(({ fromOn, toOn, cells }) => ({ fromOn, toOn, value: cells[0]!.value! }))
		.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));

function lineOf(
	{ year, closedTo }: YearCounts,
	{ figure, begins, months }: YearLine,
	{ releases, lastTotals }: ReleasedBefore
): Release[] {
	const publishedTo = Math.max(publishedMonth(spansOf(releases, figure)), begins);
	// A past year that is closed at one go has its own total to go by.
	const last =
		lastTotals.get(figure) ?? (publishedTo === begins && closedTo === 12 ? sumOf(months.slice(begins)) : null);
	return tellLine({ year, step: stepOf(last), publishedTo, closedTo, months }).map(({ fromOn, toOn, value }) =>
		release({ figure, kind: 'line', year, fromOn, toOn }, [{ key: '', value }])
	);
}

/** Who reported, as it stands at every closing. */
function ledgerOf({ year, closedTo, ledger }: YearCounts): Release[] {
	if (closedTo === 0 || ledger.length === 0) return [];
	const cells = ledger.map(({ states, ...village }) => ({
		...village,
		value: null,
		states: states.slice(0, closedTo)
	}));
	return [release({ figure: 'banquets-held', kind: 'ledger', year, ...yearBounds(year) }, cells)];
}

const release = (head: Omit<Release, 'cells'>, cells: readonly ReleasedCell[]): Release => ({ ...head, cells });
