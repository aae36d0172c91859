// A table of before a merger, as one of the ground after it.
import type { Merger } from './published';
import type { Release, ReleasedCell } from './release';

/**
 * A table of villages with those that merged later as the one that they went into: what they come to together, which every reader can add
 * up. Where a number of one of them is withheld, or it is not in the table, they stay apart. `mergers`: all since the table's year.
 */
export function joinMerged(table: Release, mergers: readonly Merger[]): Release {
	const inTurn = mergers.toSorted((one, other) => (one.onDate < other.onDate ? -1 : 1));
	const intoIds = [...new Set(inTurn.map(({ into }) => into.id))];
	return intoIds.reduce(
		(joined, intoId) =>
			joinInto(
				joined,
				inTurn.filter(({ into }) => into.id === intoId)
			),
		table
	);
}

function joinInto(table: Release, mergers: readonly Merger[]): Release {
	const ids = mergers.map(({ id }) => id);
	const merged = table.cells.filter(({ key }) => ids.includes(key));
	const isWhole = ids.every((id) => merged.some(({ key }) => key === id)) && merged.every(isExact);
	if (!isWhole) return table;
	const { into } = mergers[0]!;
	const blocks = [...new Map(merged.map(({ fromOn, toOn }) => [fromOn, { fromOn, toOn }])).values()];
	const sums = blocks.map(({ fromOn, toOn }): ReleasedCell => {
		const value = merged.filter((cell) => cell.fromOn === fromOn).reduce((sum, cell) => sum + cell.value!, 0);
		return { key: into.id, name: into.name, nameEn: into.nameEn, ...(fromOn && { fromOn, toOn }), value };
	});
	return { ...table, cells: [...table.cells.filter(({ key }) => !ids.includes(key)), ...sums] };
}

const isExact = ({ value, shown = 'exact' }: ReleasedCell) => value !== null && shown === 'exact';
