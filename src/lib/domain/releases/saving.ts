// Spending saved, as it is published of a year (decisions/0057).
import type { ReleasedCell } from './release';
import { isFine } from './town-line';
import type { YearCounts } from './year-counts';

const unit = 10_000;
/** From so much on (万元), an amount of an older version, which does not say how many banquets are in it, cannot be that of one or two. */
const leastWithoutCount = 10;

/**
 * The town's amount in whole 万元. No tables and no prices: a village has its own price, so both together say which village saved how many tables.
 * None where fewer than three banquets are in it, or less than half of one 万元. How many there are is kept beside, for the next version.
 */
export function savedCells(saved: YearCounts['saved']): ReleasedCell[] {
	if (!saved || !isFine(saved.banquets)) return [];
	const value = Math.round(saved.yuan / unit);
	return value === 0 ? [] : [{ key: 'amount', value, beside: saved.banquets }];
}

/** What readers are given of a release, in 万元; null where it says too much. */
export function readSaved(cells: readonly ReleasedCell[]): number | null {
	const amount = cells.find(({ key }) => key === 'amount');
	if (amount) return amount.value;
	const yuan = cells.find(({ key }) => key === 'yuan')?.value ?? 0;
	const rounded = Math.round(yuan / unit);
	return rounded >= leastWithoutCount ? rounded : null;
}

/** Whether an amount may be read after another one: it is the same, or as many as three banquets came or went. */
export function isFineAfter(cells: readonly ReleasedCell[], before: readonly ReleasedCell[]): boolean {
	if (readSaved(cells) === readSaved(before)) return true;
	const countOf = (of: readonly ReleasedCell[]) => of[0]?.beside ?? null;
	const [is, was] = [countOf(cells), countOf(before)];
	return is !== null && was !== null && is !== was && isFine(Math.abs(is - was));
}
