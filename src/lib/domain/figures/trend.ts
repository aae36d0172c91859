import type { Shown } from './small-numbers';

/**
 * The same, or why there is no number of something released, which differs from no data. withdrawn: it was taken back and waits for correction.
 * unpublished: it is not published yet. withheld: of this period it never is, so that no household is recognised.
 */
export type ShownOrMissing = Shown | 'withdrawn' | 'unpublished' | 'withheld';

/** The same of what is never withheld for its size alone. */
export type ExactOrMissing = Exclude<ShownOrMissing, 'few' | 'hidden'>;

/** What a public trend is broken down by. */
export const breakdowns = ['month', 'village', 'occasion'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** The breakdown of a word from outside, or null when there is none. */
export function findBreakdown(text: string | null): Breakdown | null {
	return breakdowns.find((breakdown) => breakdown === text) ?? null;
}

export interface TrendCell {
	/** A month (YYYY-MM), a village's or grid's id, or an occasion. */
	key: string;
	/** The last of several months (YYYY-MM) that are published together. */
	toKey?: string;
	/** Null: withheld when `shown` says so, else no data, as for a month to come. */
	value: number | null;
	shown: ShownOrMissing;
	previous: number | null;
	previousShown: ShownOrMissing;
	/** Whether the number is the highest step, and reads "or more". */
	isTop?: boolean;
	wasTop?: boolean;
}

export interface Trend<Cell extends TrendCell = TrendCell> {
	/** Null: no data. */
	total: number | null;
	previousTotal: number | null;
	cells: Cell[];
}

/** Whether there is anything to draw: a number above 0, or one withheld. */
export function isTelling({ cells }: Trend): boolean {
	return cells.some((cell) => (cell.value ?? 0) > 0 || (cell.previous ?? 0) > 0 || isWithheld(cell));
}

const isWithheld = ({ shown, previousShown }: TrendCell) => isHeldBack(shown) || isHeldBack(previousShown);

/** Whether there is a number that the public may not see. */
export const isHeldBack = (shown: ShownOrMissing): boolean => shown === 'few' || shown === 'hidden';

/** One period's counts by key; a key that is left out has no data, which differs from zero. */
export type Counts = ReadonlyMap<string, number>;

/**
 * The counts of two periods side by side in the order of `keys`. `keysBefore` is in the same order; it is for a period with keys of its own
 * (months).
 */
export function compareCounts(
	keys: readonly string[],
	now: Counts,
	before: Counts,
	keysBefore: readonly string[] = keys
): Trend {
	return {
		total: sumOf(now),
		previousTotal: sumOf(before),
		cells: keys.map((key, at) => ({
			key,
			value: now.get(key) ?? null,
			shown: 'exact',
			previous: before.get(keysBefore[at]!) ?? null,
			previousShown: 'exact'
		}))
	};
}

const sumOf = (counts: Counts) =>
	counts.size === 0 ? null : [...counts.values()].reduce((sum, value) => sum + value, 0);
