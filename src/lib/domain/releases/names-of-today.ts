import type { NamedVillage, Release, ReleasedCell } from './release';

/** Releases whose villages have the name of their time, with today's beside it where the two differ. */
export const withNamesOfToday = (
	releases: readonly Release[],
	names: Readonly<Record<string, NamedVillage>>
): readonly Release[] =>
	releases.map((release) =>
		release.cells.some((cell) => isOther(cell, names))
			? {
					...release,
					cells: release.cells.map((cell) => (isOther(cell, names) ? { ...cell, nowNamed: names[cell.key] } : cell))
				}
			: release
	);

const isOther = ({ key, name }: ReleasedCell, names: Readonly<Record<string, NamedVillage>>): boolean =>
	name !== undefined && names[key] !== undefined && names[key].name !== name;
