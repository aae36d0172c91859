// How many banquets of a closed year had no outcome when it was closed, as people may read it (decisions/0056).
import type { Release, ReleasedCell } from './release';
import { isFew } from '../figures/small-numbers';
import { isNearAny } from './town-line';

/** How many banquets of a year had no outcome yet at the last closing: few are one or two. */
export type Awaited = number | 'few';

/** The town's own cell in the release of who reported; that of a village has the village's key. */
export const isOfTown = ({ key }: Pick<ReleasedCell, 'key'>): boolean => key === '';

const toCell = (awaited: number): ReleasedCell =>
	isFew(awaited) ? { key: '', value: null, shown: 'few' } : { key: '', value: awaited, shown: 'exact' };

/** The numbers that a cell may mean. */
const meantBy = ({ value }: ReleasedCell): readonly number[] => (value === null ? [1, 2] : [value]);

/**
 * The cell that a closing publishes: how many banquets have no outcome. Where it differs by one or two from what people have read of the year, it is
 * what they read last: the difference would be a household. `seen`: the releases of the year, in force or not, the oldest first.
 */
export function awaitedCell(awaited: number, seen: readonly Pick<Release, 'kind' | 'cells'>[]): ReleasedCell {
	const read = seen.filter(({ kind }) => kind === 'ledger').flatMap(({ cells }) => cells.filter(isOfTown));
	return isNearAny(awaited, read.flatMap(meantBy)) ? read.at(-1)! : toCell(awaited);
}

/** What a release of who reported says of it; null where there is none to speak of, or it was written before this was kept. */
export function awaitedIn(ledger: Pick<Release, 'cells'> | null): Awaited | null {
	const cell = ledger?.cells.find(isOfTown);
	if (!cell || cell.value === 0) return null;
	return cell.value ?? 'few';
}

/** Whether a figure counts banquets by what became of them: beside it stands how many have no outcome. */
export const isOfBanquets = (figure: string): boolean => figure === 'banquets-held' || figure === 'banquets-dissuaded';
