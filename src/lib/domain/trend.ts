import { suppress, type PublicCell, type Shown } from './small-numbers';

/** What a public trend is broken down by. */
export const breakdowns = ['month', 'village', 'occasion'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** The breakdown of a word from outside, or null when there is none. */
export function findBreakdown(text: string | null): Breakdown | null {
	return breakdowns.find((breakdown) => breakdown === text) ?? null;
}

export interface TrendCell {
	/** '01'–'12', a village's id, or an occasion. */
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

/** One year's counts by key, zeros included; a key that is left out has no data. */
export type Counts = ReadonlyMap<string, number>;

/** Two years side by side in the order of `keys`, the small numbers of each withheld. */
export function compareYears(keys: readonly string[], now: Counts, before: Counts): Trend {
	const [is, was] = [publish(now), publish(before)];
	return {
		total: is.total,
		previousTotal: was.total,
		cells: keys.map((key) => ({
			key,
			value: is.cells.get(key)?.value ?? null,
			shown: is.cells.get(key)?.shown ?? 'exact',
			previous: was.cells.get(key)?.value ?? null,
			previousShown: was.cells.get(key)?.shown ?? 'exact'
		}))
	};
}

/** Where no number may be read, the total may not be either. */
function publish(counts: Counts): { total: number | null; cells: Map<string, PublicCell<string>> } {
	const cells = suppress([...counts].map(([key, value]) => ({ key, value })));
	const isTold = cells.some(({ shown }) => shown === 'exact');
	const total = [...counts.values()].reduce((sum, value) => sum + value, 0);
	return { total: isTold ? total : null, cells: new Map(cells.map((cell) => [cell.key, cell])) };
}
