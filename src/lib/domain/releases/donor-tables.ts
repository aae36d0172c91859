// The totals of a year, and its blood drives: of donors and of households that left no number tells of one or two.
import { isFew, type Shown } from '../figures/small-numbers';
import { inForce, readPledges, signed } from './pledge-flows';
import type { Published } from './published';
import type { EarlierRelease, Release, ReleasedCell } from './release';
import { isFineBesideAll, tableOf, versionsOf } from './release-differences';
import { isFine } from './town-line';
import type { YearCounts } from './year-counts';

const health = { donors: 'blood-donations', millilitres: 'blood-millilitres' };
const halves = ['first-time-donors', 'repeat-donors'];

interface Total {
	figure: string;
	value: number | null;
	shown?: Shown;
}

/**
 * The year of each figure that is known. Of donors not one or two, nor what would give them away. Of pledges no number that tells of one or
 * two that were taken back; `pledges`: what people have seen of them of the years around, and of this one.
 */
export function yearTotals(
	counts: YearCounts,
	earlier: readonly EarlierRelease[],
	pledges: readonly (Release | EarlierRelease)[] = []
): Total[] {
	const { year, totals } = counts;
	const areDonorsFew = isFew(totalOf(counts, health.donors) ?? 0);
	const areDonorsRead = mayRead(counts, health.donors, earlier);
	const areHalvesRead = halves.every((half) => mayRead(counts, half, earlier));
	const ofPledges = { inForce: totalOf(counts, inForce), signed: totalOf(counts, signed) };
	const arePledgesRead = readPledges(year, ofPledges, pledges);
	return totals.flatMap(({ figure, value }): Total[] => {
		if (value === null) return [];
		if (arePledgesRead[figure] === false) return [{ figure, value: null, shown: 'hidden' }];
		if (figure === health.donors && !areDonorsRead)
			return [{ figure, value: null, shown: areDonorsFew ? 'few' : 'hidden' }];
		if (figure === health.millilitres && !areDonorsRead) return [{ figure, value: null, shown: 'hidden' }];
		if (halves.includes(figure) && !areHalvesRead) return [{ figure, value: null, shown: 'hidden' }];
		return [{ figure, value }];
	});
}

const totalOf = ({ totals }: YearCounts, id: string) => totals.find(({ figure }) => figure === id)?.value ?? null;

/** Whether a number of donors may be read, beside what was read before it was taken back. */
function mayRead(counts: YearCounts, figure: string, earlier: readonly EarlierRelease[]): boolean {
	const value = totalOf(counts, figure);
	const cells = tableOf(counts.year, [{ key: '', value }]);
	return isFine(value) && isFineBesideAll(cells, versionsOf(earlier, figure, 'year'));
}

/**
 * Drive by drive only where their sum may be read and each has three donors. After they were taken back only where each number is the one that
 * people have read.
 */
export function drivesOf(counts: YearCounts, earlier: readonly EarlierRelease[]): ReleasedCell[] {
	const areMany = counts.drives.every(({ donors }) => isFine(donors) && donors > 0);
	if (!areMany || !mayRead(counts, health.donors, earlier)) return [];
	const cells = counts.drives.map(({ key, title, place, on, donors, millilitres }) => ({
		...{ key, name: title, place, fromOn: on, toOn: on },
		...{ value: donors, beside: millilitres }
	}));
	return earlier.every((one) => one.kind !== 'drives' || numbersOf(one.cells) === numbersOf(cells)) ? cells : [];
}

/** The numbers of drives as one text, in any order the same. */
const numbersOf = (cells: readonly ReleasedCell[]): string =>
	cells
		.map(({ key, value, beside }) => `${key} ${value} ${beside}`)
		.sort()
		.join('\n');

/** Why the drives of a published year are not listed. small: one has too few donors, or they are not those of the closing. again: they were taken back, and the year is published again. */
export type UnlistedDrives = 'small' | 'again';

/** Why the drives of a year are not listed beside its donors; null where they are, or there is nothing to list. */
export function whyUnlisted(published: Published, year: number): UnlistedDrives | null {
	const donors = published.table(health.donors, 'year', year)?.cells[0];
	if (!donors || donors.value === 0 || published.table(health.donors, 'drives', year)) return null;
	const isAgain = donors.shown === 'hidden' || published.wasTakenBack(health.donors, 'drives', year);
	return isAgain ? 'again' : 'small';
}
