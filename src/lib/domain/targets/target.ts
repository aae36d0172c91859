import { daysBetween, yearBounds, yearOf } from '../calendar/calendar';
import type { Period } from '../calendar/reporting-period';
import type { Figure } from '../figures/figure';
import { keptPart } from '../figures/registry';
import { percentOf } from '../figures/rate';
import { type Goal, goalOf, isStock, largestTarget } from './target-goal';

/** 完成率: actual ÷ target in percent, one decimal, half up on the exact value (reporting.md); null without a count or on a target of 0. */
export function completionRate(done: number | null, target: number): number | null {
	return done === null ? null : percentOf(done, target);
}

/** How many days of a year are over on `today` (YYYY-MM-DD, this day counted), and how many it has. */
export function elapsedDays(year: number, today: string): { elapsed: number; days: number } {
	return elapsedIn(yearBounds(year), today);
}

/** The same of a period. One that ends before it begins has a day. */
function elapsedIn({ fromOn, toOn }: Period, today: string): { elapsed: number; days: number } {
	const days = Math.max(daysBetween(fromOn, toOn) + 1, 1);
	return { elapsed: Math.min(Math.max(daysBetween(fromOn, today) + 1, 0), days), days };
}

/**
 * How much of a yearly target should be done by `today`: the elapsed share of the year, rounded down, for a record is due
 * only when its whole share of the year is over. Of a year that is over, all of it; of one to come, nothing. `counted`: the part of the year in
 * which the work is kept, where it is not all of it; then its share.
 */
export function expectedByNow({ target, year, today, counted = yearBounds(year) }: Expected): number {
	const { elapsed, days } = elapsedIn(counted, today);
	return Math.floor((target * elapsed) / days);
}

interface Expected {
	target: number;
	year: number;
	today: string;
	counted?: Period;
}

/**
 * no-record: nothing is recorded, and nothing says that there was none. unreported: a limit under which too little is reported to say that
 * it is kept. ended: the unit was closed, so that its target is over. not-due: the year has not begun, or nothing of it is due. Of a target that asks for at least: reached, on-pace, behind.
 * Of one that asks for at most: kept (so far), over.
 */
export const targetStates = [
	'no-record',
	'unreported',
	'behind',
	'over',
	'not-due',
	'ended',
	'on-pace',
	'kept',
	'reached'
] as const;
export type TargetState = (typeof targetStates)[number];

/** What was counted for a target: records, and whether they are known to be all (every month has a record or a checked zero). */
export interface TargetCount {
	count: number;
	isKnown: boolean;
}

/** A target set against what was counted. */
export interface TargetReading {
	goal: Goal;
	target: number;
	/** Null: nothing is recorded and nothing is known. Else there are at least so many. */
	done: number | null;
	/** Percent, one decimal. */
	rate: number | null;
	/** What should be done by now; for an upper limit and for what lasts all year, the target itself. */
	expected: number;
	/** By how many records it is behind what is expected, or over the limit; below 0: ahead, or still free. */
	behindBy: number;
	state: TargetState;
}

/** A target of a year, read on a day; `endedOn` is the last day of a unit that was closed. */
export interface AskedTarget {
	target: number;
	year: number;
	today: string;
	endedOn?: string | null;
}

/** Reads a target on a day (`today`, the town's date) of its year, before or after it. */
export function readTarget(
	figure: Pick<Figure, 'id' | 'isGoodWhen' | 'source'>,
	{ target, year, today, endedOn, ...counted }: TargetCount & AskedTarget
): TargetReading {
	const goal = goalOf(figure) ?? 'at-least';
	const isFlow = goal === 'at-least' && !isStock(figure);
	const expected = isFlow
		? expectedByNow({ target, year, today, counted: keptPart(figure, yearBounds(year)) })
		: target;
	const done = countOf(counted);
	const reading = { goal, target, done, rate: completionRate(done, target), expected };
	if (hasEnded({ endedOn, year, today })) return { ...reading, behindBy: 0, state: 'ended' };
	const isBegun = year <= yearOf(today) && (done !== null || isAnyDue({ isFlow, expected, year, today }));
	if (!isBegun) return { ...reading, behindBy: 0, state: 'not-due' };
	const behindBy = goal === 'at-least' ? expected - counted.count : counted.count - target;
	return { ...reading, behindBy, state: decideState(reading, { ...counted, behindBy }) };
}

/** Whether the target of a unit is over since the unit was closed within the year. */
export const hasEnded = ({ endedOn, year, today }: Omit<AskedTarget, 'target'>): boolean =>
	!!endedOn && endedOn < today && endedOn < yearBounds(year).toOn;

/**
 * Whether a unit's own target of a figure is the sum of those below it, so that it is not one more: where all of them run, or those that run still
 * add up to it. A merger or a split ends targets, and then the rest of the work is the unit's own.
 */
export function isSumOf(own: number, below: readonly { target: number; isEnded: boolean }[]): boolean {
	const running = below.filter(({ isEnded }) => !isEnded);
	const sum = running.reduce((all, { target }) => all + target, 0);
	return running.length > 0 && (running.length === below.length || sum >= own);
}

/** How many there are; null where nothing is recorded and nothing is known. */
export const countOf = ({ count, isKnown }: TargetCount): number | null => (count > 0 || isKnown ? count : null);

/** Whether silence says something yet: one piece of work is due, or a month of the year is over and had to be reported. */
function isAnyDue({
	isFlow,
	expected,
	year,
	today
}: {
	isFlow: boolean;
	expected: number;
	year: number;
	today: string;
}) {
	return isFlow ? expected > 0 : today >= `${year}-01-31`;
}

function decideState(
	{ goal, target, done }: Pick<TargetReading, 'goal' | 'target' | 'done'>,
	{ isKnown, behindBy }: { isKnown: boolean; behindBy: number }
): TargetState {
	if (done === null) return 'no-record';
	if (goal === 'at-most') return behindBy > 0 ? 'over' : isKnown ? 'kept' : 'unreported';
	if (done >= target) return 'reached';
	return behindBy > 0 ? 'behind' : 'on-pace';
}

/** Whether something of it is due, and its unit is open. */
export const isDue = ({ state }: Pick<TargetReading, 'state'>): boolean => state !== 'not-due' && state !== 'ended';

/** Whether something is to be done about it: to do the work, to write it down, or to report that there was none. */
export function isBehind({ state }: Pick<TargetReading, 'state'>): boolean {
	return state === 'behind' || state === 'over' || isSilent({ state });
}

/** Whether records are missing, so that nothing can be said. */
export const isSilent = ({ state }: Pick<TargetReading, 'state'>): boolean =>
	state === 'no-record' || state === 'unreported';

/**
 * Sorts what is without records to the front, then what is most behind: by the share of its own target, as 2 of 5 lectures weigh more than
 * 3 of 200 broadcasts.
 */
export function byMostBehind(one: TargetReading, other: TargetReading): number {
	return group(one) - group(other) || share(other) - share(one);
}

const group = ({ state }: TargetReading) => (state === 'no-record' ? 0 : state === 'unreported' ? 1 : 2);

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
