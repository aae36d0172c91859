// The totals of a year, and its blood drives: of donors and of households that left no number tells of one or two.
import { isFew, type Shown } from '../figures/small-numbers';
import { inForce, readPledges, signed } from './pledge-flows';
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
	{ year, totals }: YearCounts,
	earlier: readonly EarlierRelease[],
	pledges: readonly (Release | EarlierRelease)[] = []
): Total[] {
	const valueOf = (figure: string) => totals.find((total) => total.figure === figure)?.value ?? null;
	/** Whether a number of donors may be read, beside what was read before it was taken back. */
	const mayRead = (figure: string) => {
		const value = valueOf(figure);
		return isFine(value) && isFineBesideAll(tableOf(year, [{ key: '', value }]), versionsOf(earlier, figure, 'year'));
	};
	const areDonorsFew = isFew(valueOf(health.donors) ?? 0);
	const areDonorsRead = mayRead(health.donors);
	const areHalvesRead = halves.every(mayRead);
	const arePledgesRead = readPledges(year, { inForce: valueOf(inForce), signed: valueOf(signed) }, pledges);
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

/** Drive by drive only where all of them are known, each has three donors, and none was seen with other numbers and taken back. */
export function drivesOf({ drives, totals }: YearCounts, earlier: readonly EarlierRelease[]): ReleasedCell[] {
	const isKnown = totals.some(({ figure, value }) => figure === health.donors && value !== null);
	const areMany = drives.every(({ donors }) => isFine(donors) && donors > 0);
	const mayRead = isKnown && areMany && !earlier.some(({ kind }) => kind === 'drives');
	if (!mayRead) return [];
	return drives.map(({ key, title, place, on, donors, millilitres }) => ({
		...{ key, name: title, place, fromOn: on, toOn: on },
		...{ value: donors, beside: millilitres }
	}));
}
