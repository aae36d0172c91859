import { yearBounds } from '../calendar/calendar';
import { isFew, type Shown } from '../figures/small-numbers';
import { tellTable, tellWholeYear, type YearRow } from './block-table';
import type { Release, ReleasedCell, ReleaseKind, Span } from './release';
import { isFine } from './town-line';
import type { CountedDrive, YearCounts } from './year-counts';

/** Weddings, funerals, and all else. */
export const groups = ['wedding', 'funeral', 'rest'] as const;
/** Enlistments are too few to stand by themselves. */
const joinedOccasion = { from: 'enlistment', to: 'other' };

/** What is released once of a closed year. `line`: the town's line of banquets held. */
export function closedYearTables(counts: YearCounts, line: readonly Span[]): Release[] {
	const { year } = counts;
	const table = (figure: string, kind: ReleaseKind, cells: readonly ReleasedCell[]): Release[] =>
		cells.length === 0 ? [] : [{ figure, kind, year, ...yearBounds(year), cells }];
	const held = counts.totals.find(({ figure }) => figure === 'banquets-held')?.value ?? null;
	return [
		...yearTotals(counts).flatMap(({ figure, ...cell }) => table(figure, 'year', [{ key: '', ...cell }])),
		...table('blood-donations', 'drives', drivesOf(counts.drives)),
		...(held === null
			? []
			: [
					...table('banquets-held', 'villages', tellTable(year, counts.villages, line)),
					...table('banquets-held', 'groups', tellTable(year, groupRows(counts.occasions), line)),
					...table('banquets-held', 'occasions', tellWholeYear(joinedRows(counts.occasions))),
					...table('banquets-held', 'saved', savedOf(counts))
				])
	];
}

const health = { donors: 'blood-donations', millilitres: 'blood-millilitres' };
const halves = ['first-time-donors', 'repeat-donors'];

interface Total {
	figure: string;
	value: number | null;
	shown?: Shown;
}

/** The year of each figure that is known. Of donors not one or two, nor what would give them away. */
function yearTotals({ totals }: YearCounts): Total[] {
	const valueOf = (figure: string) => totals.find((total) => total.figure === figure)?.value ?? null;
	const areDonorsFew = isFew(valueOf(health.donors) ?? 0);
	const areHalvesFine = halves.every((figure) => isFine(valueOf(figure)));
	return totals.flatMap(({ figure, value }): Total[] => {
		if (value === null) return [];
		if (figure === health.donors && areDonorsFew) return [{ figure, value: null, shown: 'few' }];
		if (figure === health.millilitres && areDonorsFew) return [{ figure, value: null, shown: 'hidden' }];
		if (halves.includes(figure) && !areHalvesFine) return [{ figure, value: null, shown: 'hidden' }];
		return [{ figure, value }];
	});
}

/** Drive by drive only where each has three donors. */
const drivesOf = (drives: readonly CountedDrive[]): ReleasedCell[] =>
	drives.every(({ donors }) => isFine(donors) && donors > 0)
		? drives.map(({ key, title, place, on, donors, millilitres }) => ({
				key,
				name: title,
				place,
				fromOn: on,
				toOn: on,
				value: donors,
				beside: millilitres
			}))
		: [];

const savedOf = ({ saved }: YearCounts): ReleasedCell[] =>
	saved ? Object.entries(saved).map(([key, value]) => ({ key, value })) : [];

function groupRows(occasions: readonly YearRow[]): YearRow[] {
	return groups.map((group) => ({
		key: group,
		months: sumRows(occasions.filter(({ key }) => (group === 'rest' ? !isGroup(key) : key === group)))
	}));
}

const isGroup = (key: string) => key === 'wedding' || key === 'funeral';

const joinedRows = (occasions: readonly YearRow[]): YearRow[] =>
	occasions
		.filter(({ key }) => key !== joinedOccasion.from)
		.map((row) =>
			row.key === joinedOccasion.to
				? { ...row, months: sumRows(occasions.filter(({ key }) => key === row.key || key === joinedOccasion.from)) }
				: row
		);

const sumRows = (rows: readonly YearRow[]): number[] =>
	Array.from({ length: 12 }, (_, at) => rows.reduce((sum, { months }) => sum + months[at]!, 0));
