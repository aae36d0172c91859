import { monthsEarlier, monthsOf, type Period, type ReportingPeriods } from '../calendar/reporting-period';
import type { Shown } from '../figures/small-numbers';
import { blockOf, isUnionOf, isWithin } from './blocks';
import type { Release, ReleasedCell } from './release';

/** What a class comes to in a period. */
export interface PublishedClass extends Pick<ReleasedCell, 'key' | 'name' | 'nameEn' | 'nowNamed'> {
	value: number | null;
	shown: Shown;
}

/** The classes of a table in a period that is a union of its blocks; none where it cuts one. */
export function classesIn(release: Release, period: Period): PublishedClass[] {
	if (!isUnionOf(blocksOf(release), period)) return [];
	const { year, cells } = release;
	const classes = new Map<string, PublishedClass>();
	for (const cell of cells) {
		const block = blockOf(year, cell);
		if (block.fromOn < period.fromOn || block.toOn > period.toOn) continue;
		const { key, name, nameEn, nowNamed, value, shown = 'exact' } = cell;
		const before = classes.get(key);
		const sum = before ? before.value! + value! : value;
		classes.set(key, { key, name, nameEn, nowNamed, value: sum, shown });
	}
	return [...classes.values()];
}

/** The columns of a table, in order. */
export const blocksOf = ({ year, cells }: Release): Period[] =>
	[...new Map(cells.map((cell) => [cell.fromOn ?? '', blockOf(year, cell)])).values()].toSorted((a, b) =>
		a.fromOn < b.fromOn ? -1 : 1
	);

/** A class of a table, with its number in each block of a period and in that block of the period that it is compared with. */
export interface ClassBlocks extends Pick<ReleasedCell, 'key' | 'name' | 'nameEn' | 'nowNamed'> {
	blocks: { block: Period; now: ReleasedCell | null; before: PublishedClass | null }[];
}

/**
 * The blocks of a period in a table beside the same months of the period before in its table, class by class in its order. A block has a number
 * of before only where the earlier table has the very same class, and those months as one block or several: no other is of the same ground and time.
 */
export function besideEarlier(
	release: Release,
	earlier: Release | null,
	{ now, before }: Pick<ReportingPeriods, 'now' | 'before'>
): ClassBlocks[] {
	const blocks = blocksOf(release).filter((block) => isWithin(block, now));
	const months = monthsOf({ fromOn: before.fromOn, toOn: now.fromOn }).length - 1;
	const classes = [...new Map(release.cells.map((cell) => [cell.key, cell])).values()];
	const was = blocks.map((block) => (earlier ? classesIn(earlier, monthsEarlier(block, months)) : []));
	return classes.map(({ key, name, nameEn, nowNamed }) => ({
		...{ key, name, nameEn, nowNamed },
		blocks: blocks.map((block, at) => ({
			block,
			now: cellIn(release, key, block),
			before: was[at]!.find((one) => one.key === key) ?? null
		}))
	}));
}

const cellIn = ({ year, cells }: Release, key: string, block: Period): ReleasedCell | null =>
	cells.find((cell) => {
		const { fromOn, toOn } = blockOf(year, cell);
		return cell.key === key && fromOn === block.fromOn && toOn === block.toOn;
	}) ?? null;
