import { isFew, suppress, type PublicCell, type Shown } from './small-numbers';

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
	/** Null: withheld when `shown` says so, else no data, as for a month to come. */
	value: number | null;
	shown: Shown;
	previous: number | null;
	previousShown: Shown;
}

export interface Trend<Cell extends TrendCell = TrendCell> {
	/** Null: no data, or it would give a small number away. */
	total: number | null;
	previousTotal: number | null;
	cells: Cell[];
}

/** Whether there is anything to draw: a number above 0, or one withheld. */
export function isTelling({ cells }: Trend): boolean {
	return cells.some((cell) => (cell.value ?? 0) > 0 || (cell.previous ?? 0) > 0 || isWithheld(cell));
}

const isWithheld = ({ shown, previousShown }: TrendCell) => shown !== 'exact' || previousShown !== 'exact';

/** One period's counts by key, zeros included; a key that is left out has no data. */
export type Counts = ReadonlyMap<string, number>;

/** One period's counts as the public may read them. */
export interface Published {
	/** Null: no data, or it would give a small number away. */
	total: number | null;
	cells: ReadonlyMap<string, PublicCell<string>>;
}

/**
 * Two periods side by side in the order of `keys`. `keysBefore` is in the same order; it is for a period with keys of
 * its own (months).
 */
export function comparePublished(
	keys: readonly string[],
	is: Published,
	was: Published,
	keysBefore: readonly string[] = keys
): Trend {
	return {
		total: is.total,
		previousTotal: was.total,
		cells: keys.map((key, at) => {
			const [now, before] = [is.cells.get(key), was.cells.get(keysBefore[at] ?? '')];
			return {
				key,
				value: now?.value ?? null,
				shown: now?.shown ?? 'exact',
				previous: before?.value ?? null,
				previousShown: before?.shown ?? 'exact'
			};
		})
	};
}

/** Two years' counts side by side, zeros included, the small numbers of each withheld. */
export const compareYears = (keys: readonly string[], now: Counts, before: Counts): Trend =>
	comparePublished(keys, publish(now), publish(before));

/** A whole breakdown with its small numbers withheld. Where no number may be read, the total may not be either. */
export function publish(counts: Counts): Published {
	const cells = suppress([...counts].map(([key, value]) => ({ key, value })));
	const isPublished = cells.some(({ shown }) => shown === 'exact');
	return { total: isPublished ? sumOf(counts) : null, cells: new Map(cells.map((cell) => [cell.key, cell])) };
}

const sumOf = (counts: Counts) => [...counts.values()].reduce((sum, value) => sum + value, 0);

/**
 * Part of a breakdown that is published whole elsewhere (some months of a year): a number is published only where it is published there,
 * so that no choice of parts says more. `counts` are the part's own.
 */
export function publishPart(counts: Counts, whole: Published): Published {
	const cells = [...counts].map(([key, value]): PublicCell<string> => {
		const shown = whole.cells.get(key)?.shown ?? 'exact';
		return { key, value: shown === 'exact' && !isFew(value) ? value : null, shown: isFew(value) ? 'few' : shown };
	});
	const isPublished = cells.length > 0 && cells.every(({ shown }) => shown === 'exact');
	return { total: isPublished ? sumOf(counts) : null, cells: new Map(cells.map((cell) => [cell.key, cell])) };
}
