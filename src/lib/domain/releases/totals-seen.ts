import type { EarlierRelease, Release } from './release';

/**
 * Each total of a figure's year that people have read: as it was published, then with each note of what came later. Null where it was withheld.
 * `releases`: those in force and earlier ones, each version with its own notes, the oldest first.
 */
export function totalsSeen(
	releases: readonly (Release | EarlierRelease)[],
	figure: string,
	year: number
): (number | null)[] {
	const mine = releases.filter((one) => one.figure === figure && one.year === year);
	return [...new Set(mine.map(versionOf))].flatMap((version) => {
		const of = mine.filter((one) => versionOf(one) === version);
		const [whole] = of.filter(({ kind }) => kind === 'year');
		if (!whole) return [];
		const totals = [whole.cells[0]!.value];
		for (const { kind, cells } of of) {
			const last = totals.at(-1)!;
			if (kind === 'later' && last !== null) totals.push(last + cells[0]!.value!);
		}
		return totals;
	});
}

/** What ended it, which is the same for all that was published together; none for what is in force. */
const versionOf = (release: Release | EarlierRelease): string => ('until' in release ? release.until : '');
