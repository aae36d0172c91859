import type { Period } from '../calendar/reporting-period';
import type { Shown } from '../figures/small-numbers';
import { blockOf, isUnionOf } from './blocks';
import type { Release, ReleasedCell } from './release';

/** What a class comes to in a period. */
export interface PublishedClass extends Pick<ReleasedCell, 'key' | 'name' | 'nameEn'> {
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
		const { key, name, nameEn, value, shown = 'exact' } = cell;
		const before = classes.get(key);
		const sum = before ? before.value! + value! : value;
		classes.set(key, { key, name, nameEn, value: sum, shown });
	}
	return [...classes.values()];
}

/** The columns of a table, in order. */
export const blocksOf = ({ year, cells }: Release): Period[] =>
	[...new Map(cells.map((cell) => [cell.fromOn ?? '', blockOf(year, cell)])).values()].toSorted((a, b) =>
		a.fromOn < b.fromOn ? -1 : 1
	);
