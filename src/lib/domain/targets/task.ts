import { addDays, addMonths, monthBoundsOf, yearBounds, yearOf } from '../calendar/calendar';
import type { Figure } from '../figures/figure';
import { goalOf, isStock } from './target-goal';

/** Most urgent first. done-late: what was asked came together only after the due day. */
export const taskStates = ['overdue', 'open', 'done', 'done-late', 'withdrawn'] as const;
export type TaskState = (typeof taskStates)[number];

/** Whether work of this figure can be asked for as a task: it wants more, and is done by records with a day of their own. */
export function isAssignable(figure: Pick<Figure, 'id' | 'isGoodWhen' | 'source'>): boolean {
	return goalOf(figure) === 'at-least' && !isStock(figure);
}

/** What counts for a task: records of its figure, in its unit, dated from the day it was given. */
export interface TaskProgress {
	/** Dated up to the due day. */
	inTime: number;
	/** Dated up to today. */
	soFar: number;
}

/**
 * The state of a task, decided by the records that fulfil it and not by a report. `today`: the town's date; the due
 * day still counts.
 */
export function decideTaskState({
	isWithdrawn,
	quantity,
	dueOn,
	inTime,
	soFar,
	today
}: TaskProgress & { isWithdrawn: boolean; quantity: number; dueOn: string; today: string }): TaskState {
	if (isWithdrawn) return 'withdrawn';
	if (inTime >= quantity) return 'done';
	if (soFar >= quantity) return 'done-late';
	return today > dueOn ? 'overdue' : 'open';
}

/** Whether the village still has to do it. */
export function isInHand(state: TaskState): boolean {
	return state === 'open' || state === 'overdue';
}

/** Most urgent first: what is still to be done by its due day, then the rest, the latest due first. */
export function byUrgency<Task extends { state: TaskState; dueOn: string; id: string }>(
	one: Task,
	other: Task
): number {
	const inHand = Number(isInHand(other.state)) - Number(isInHand(one.state));
	if (inHand !== 0) return inHand;
	const earlier = compare(one.dueOn, other.dueOn) || compare(one.id, other.id);
	return isInHand(one.state) ? earlier : -earlier;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The shortest time a suggested task leaves. */
const leastDays = 14;

/** The due day a form offers: the end of this month or, where that is less than two weeks away, of the next; never in another year. */
export function suggestDueOn(today: string): string {
	const endsOn = monthBoundsOf(today).toOn;
	const due = endsOn >= addDays(today, leastDays) ? endsOn : monthBoundsOf(addMonths(today, 1)).toOn;
	const { toOn } = yearBounds(yearOf(today));
	return due < toOn ? due : toOn;
}

/** A task may be due so many days ahead. */
export const farthestDueDays = 400;
