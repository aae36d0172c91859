import { daysBetween, yearBounds, yearOf } from '../calendar/calendar';
import type { Figure } from '../figures/figure';
import { percentOf } from '../figures/rate';
import { type Goal, goalOf, isStock, largestTarget } from './target-goal';

/** 完成率: actual ÷ target in percent, one decimal, half up on the exact value (reporting.md); null without a count or on a target of 0. */
export function completionRate(done: number | null, target: number): number | null {
	return done === null ? null : percentOf(done, target);
}

/** How many days of a year are over on `today` (YYYY-MM-DD, this day counted), and how many it has. */
export function elapsedDays(year: number, today: string): { elapsed: number; days: number } {
	const { fromOn, toOn } = yearBounds(year);
	const days = daysBetween(fromOn, toOn) + 1;
	return { elapsed: Math.min(Math.max(daysBetween(fromOn, today) + 1, 0), days), days };
}

/**
 * How much of a yearly target should be done by `today`: the elapsed share of the year, rounded down, for a record is due
 * only when its whole share of the year is over. Of a year that is over, all of it; of one to come, nothing.
 */
export function expectedByNow({ target, year, today }: { target: number; year: number; today: string }): number {
	const { elapsed, days } = elapsedDays(year, today);
	return Math.floor((target * elapsed) / days);
}

/**
 * no-data: the ledger or the year has not begun. Of a target that asks for at least: reached, on-pace, behind.
 * Of one that asks for at most: kept (so far), over.
 */
export const targetStates = ['no-data', 'reached', 'on-pace', 'behind', 'kept', 'over'] as const;
export type TargetState = (typeof targetStates)[number];

/** A target set against what was counted. */
export interface TargetReading {
	goal: Goal;
	target: number;
	done: number | null;
	/** Percent, one decimal. */
	rate: number | null;
	/** What should be done by now; for an upper limit and for what lasts all year, the target itself. */
	expected: number;
	/** By how many records it is behind what is expected, or over the limit; below 0: ahead, or still free. */
	behindBy: number;
	state: TargetState;
}

/** Reads a target on a day (`today`, the town's date) of its year, before or after it. */
export function readTarget(
	figure: Pick<Figure, 'id' | 'isGoodWhen' | 'source'>,
	{ target, done, year, today }: { target: number; done: number | null; year: number; today: string }
): TargetReading {
	const goal = goalOf(figure) ?? 'at-least';
	const isFlow = goal === 'at-least' && !isStock(figure);
	const expected = isFlow ? expectedByNow({ target, year, today }) : target;
	const rate = completionRate(done, target);
	if (done === null || year > yearOf(today)) {
		return { goal, target, done, rate, expected, behindBy: 0, state: 'no-data' };
	}
	const behindBy = goal === 'at-least' ? expected - done : done - target;
	return { goal, target, done, rate, expected, behindBy, state: decideState(goal, target, done, behindBy) };
}

function decideState(goal: Goal, target: number, done: number, behindBy: number): TargetState {
	if (goal === 'at-most') return behindBy > 0 ? 'over' : 'kept';
	if (done >= target) return 'reached';
	return behindBy > 0 ? 'behind' : 'on-pace';
}

/** Whether something is to be done about it. */
export function isBehind({ state }: Pick<TargetReading, 'state'>): boolean {
	return state === 'behind' || state === 'over';
}

/** Sorts what is most behind to the front: by the share of its own target, as 2 of 5 lectures weigh more than 3 of 200 broadcasts. */
export function byMostBehind(one: TargetReading, other: TargetReading): number {
	return share(other) - share(one);
}

/** Over a limit of 0, the distance cannot be measured: it sorts first. */
function share({ behindBy, target }: TargetReading): number {
	return target === 0 ? Math.max(behindBy, 0) * (largestTarget + 1) : behindBy / target;
}

/** By how much the parts' targets together exceed the whole's (below 0: fall short of it); null where either is missing. */
export function differenceOf(whole: number | null, parts: readonly (number | null)[]): number | null {
	const set = parts.filter((part) => part !== null);
	if (whole === null || set.length === 0) return null;
	return set.reduce((sum, part) => sum + part, 0) - whole;
}
