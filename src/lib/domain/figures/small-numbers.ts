/** How much of a number the public sees: all of it, that it is under three ("<3"), or that it is not listed separately. */
export type Shown = 'exact' | 'few' | 'hidden';

export interface Cell<Key> {
	key: Key;
	/** A count: a whole number from 0. */
	value: number;
}

export interface PublicCell<Key> {
	key: Key;
	/** Null when withheld. */
	value: number | null;
	shown: Shown;
}

/** Counts from 1 to below this are withheld (people-and-privacy.md). No person is behind a 0. */
export const fewBelow = 3;

/**
 * One public breakdown with its small numbers withheld, so that no person can be singled out, not even by subtracting
 * from the total and not by a reader who knows this code. Every breakdown has its total printed or published somewhere. Cells
 * keep their order. 1 and 2 read "few". That is enough only where the few are mixed (1s and 2s): else their sum says
 * which. Then all cells of the next smallest non-zero value are hidden with them; where even so only one answer would
 * fit (1 and 3 make 4), the few read "hidden" too. With no such cell left, the zeros are hidden. A
 * lone cell is its total, and cells of 1 make a total equal to their number: there nothing helps.
 */
export function suppress<Key>(cells: readonly Cell<Key>[]): PublicCell<Key>[] {
	const { isFewNamed, isHidden } = decideCover(cells);
	return cells.map(({ key, value }) => {
		if (isFew(value) && isFewNamed) return { key, value: null, shown: 'few' };
		return isHidden(value) ? { key, value: null, shown: 'hidden' } : { key, value, shown: 'exact' };
	});
}

/** Whether a number is so small that a household could be known by it. */
export const isFew = (value: number) => value > 0 && value < fewBelow;

function decideCover(cells: readonly Cell<unknown>[]): { isFewNamed: boolean; isHidden: (value: number) => boolean } {
	const values = cells.map(({ value }) => value);
	const few = values.filter(isFew);
	const [one] = few;
	if (one === undefined || few.some((value) => value !== one)) return { isFewNamed: true, isHidden: () => false };

	const [next, following = Infinity] = [...new Set(values)].filter((value) => value >= fewBelow).sort((a, b) => a - b);
	if (next === undefined) return { isFewNamed: cells.length === 1, isHidden: () => true };

	// The few may be named when the same picture could come from the other value: all 1s with `next`, or all 2s with less.
	const isAlone = values.filter((value) => value === next).length === 1;
	const hasTwin = one === 1 ? next - few.length >= fewBelow : next + few.length < following;
	return { isFewNamed: isAlone && hasTwin, isHidden: (value) => value > 0 && value <= next };
}
