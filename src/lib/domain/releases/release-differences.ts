// Two versions of a table that readers have both seen: they know the difference of each cell.
import type { Period } from '../calendar/reporting-period';
import { blockOf, isUnionOf, isWithin } from './blocks';
import type { EarlierRelease, Release, ReleasedCell, ReleaseKind } from './release';
import { isFine } from './town-line';

/** A number of a table, in the block of months that it covers. Null where it is withheld. */
export interface TableCell extends Period {
	key: string;
	value: number | null;
}

/** The cells of a table of a year, each with its block. */
export const tableOf = (year: number, cells: readonly ReleasedCell[]): TableCell[] =>
	cells.map((cell) => ({ key: cell.key, value: cell.value, ...blockOf(year, cell) }));

/**
 * Whether what a table and an earlier version of it differ by is none or at least three, in each class and in the shortest blocks in which
 * both can be read. A number that is withheld in one of them leaves its difference open: not fine; so does a block of the earlier version that
 * the table cuts. Where the table goes on beyond what the earlier version covers, there is nothing to subtract.
 */
function isFineBeside(table: readonly TableCell[], earlier: readonly TableCell[]): boolean {
	return regionsOf([...table, ...earlier]).every((region) => {
		const [now, before] = [table, earlier].map((cells) => cells.filter((cell) => isWithin(cell, region)));
		if (now!.length === 0 || !isUnionOf(blocksIn(before!), region)) return true;
		if (!isUnionOf(blocksIn(now!), region)) return false;
		const keys = new Set([...now!, ...before!].map(({ key }) => key));
		return [...keys].every((key) => {
			const [is, was] = [sumOf(now!, key), sumOf(before!, key)];
			return is !== null && was !== null && isFine(Math.abs(is - was));
		});
	});
}

/** Whether a table may be published beside every earlier version of it. */
export const isFineBesideAll = (cells: readonly TableCell[], versions: readonly (readonly TableCell[])[]): boolean =>
	versions.every((version) => isFineBeside(cells, version));

/** The earlier versions of a figure's table, as they were seen one after the other. */
export function versionsOf(earlier: readonly EarlierRelease[], figure: string, kind: ReleaseKind): TableCell[][] {
	const mine = earlier.filter((one) => one.figure === figure && one.kind === kind);
	return [...new Set(mine.map(({ until }) => until))].map((until) =>
		mine.filter((one) => one.until === until).flatMap((one) => cellsOf(one))
	);
}

/** The cells of a release with their blocks: of a line its span. */
export const cellsOf = ({ kind, year, fromOn, toOn, cells }: Release): TableCell[] =>
	kind === 'line' ? cells.map(({ key, value }) => ({ key, value, fromOn, toOn })) : tableOf(year, cells);

/** Each block once, though every class has it. */
const blocksIn = (cells: readonly TableCell[]): Period[] => [
	...new Map(cells.map(({ fromOn, toOn }) => [`${fromOn} ${toOn}`, { fromOn, toOn }])).values()
];

/** What a class comes to; none where it is not listed. Null where a part of it is withheld. */
function sumOf(cells: readonly TableCell[], key: string): number | null {
	let sum = 0;
	for (const cell of cells) {
		if (cell.key !== key) continue;
		if (cell.value === null) return null;
		sum += cell.value;
	}
	return sum;
}

/** The shortest periods that cut no block. */
function regionsOf(cells: readonly Period[]): Period[] {
	const regions: { fromOn: string; toOn: string }[] = [];
	for (const { fromOn, toOn } of cells.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
		const last = regions.at(-1);
		if (!last || fromOn > last.toOn) regions.push({ fromOn, toOn });
		else if (toOn > last.toOn) last.toOn = toOn;
	}
	return regions;
}
