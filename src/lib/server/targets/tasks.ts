import type { InferOutput } from 'valibot';
import { addDays } from '$lib/domain/calendar/calendar';
import { findFigure, type Figure, type FigureId } from '$lib/domain/figures/figure';
import type { Result } from '$lib/domain/result';
import {
	farthestDueDays,
	byUrgency,
	decideTaskState,
	isAssignable,
	isInHand,
	type TaskProgress,
	type TaskState
} from '$lib/domain/targets/task';
import type { taskForm } from '$lib/forms/targets/task';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/audit/audit';
import type { Database } from '$lib/server/db/client';
import {
	findTask,
	insertTask,
	insertTaskReply,
	insertTaskWithdrawal,
	listTasks,
	tallyTasks,
	type Task,
	type TaskFilter
} from '$lib/server/db/targets/tasks';
import { done } from '$lib/server/db/write';
import { recordAct, stampOf } from '../record-act';
import { mayActFor, maySteer } from '../people/rights';

/** `dueOn` is a date of the town; `quantity` is counted in the figure's own unit. */
export type AssignTaskCommand = InferOutput<typeof taskForm>;
export type AssignTaskRefusal =
	'not-your-unit' | 'figure-missing' | 'task-unit-wrong' | 'due-in-past' | 'due-too-far' | 'task-open-already';

/**
 * Asks a village for so much of a figure, from today to a day, by staff of the town. Records fulfil it; a report
 * cannot. Refusals: a figure no task can ask for; not a village or community below one's own unit; the due day; one of
 * the same kind is in hand.
 */
export async function assignTask(ctx: Context, command: AssignTaskCommand): Promise<Result<object, AssignTaskRefusal>> {
	const { id, unitId, figure, dueOn } = command;
	if (await hasLanded(ctx.db, { id, subjectId: id })) return { ok: true };
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (ctx.actor.kind === 'account' && ctx.actor.unitId === unitId) return { ok: false, refusal: 'task-unit-wrong' };
	if (!isAssignable(findFigure(figure)!)) return { ok: false, refusal: 'figure-missing' };
	const today = ctx.today();
	if (dueOn < today) return { ok: false, refusal: 'due-in-past' };
	if (dueOn > addDays(today, farthestDueDays)) return { ok: false, refusal: 'due-too-far' };
	const same = await readTasks(ctx.db, { scope: unitId, today, filter: { figure, dueFrom: today, isInForce: true } });
	if (same.some((task) => task.unitId === unitId && isInHand(task.state))) {
		return { ok: false, refusal: 'task-open-already' };
	}
	const { quantity, note } = command;
	return recordAct(
		ctx,
		{ id, verb: 'assignTask', subject: { type: 'task', id }, unitId, detail: { figure, quantity, dueOn } },
		[insertTask(ctx.db, { id, unitId, figure, quantity, assignedOn: today, dueOn, note, ...stampOf(ctx) })],
		{ 'refusal:task-unit-wrong': 'task-unit-wrong', 'tasks.assigned_on': 'task-open-already' } as const
	);
}

/**
 * Takes a task back, by staff of the town; it stays readable, with who, when and why. A second time changes nothing.
 */
export async function withdrawTask(
	ctx: Context,
	{ id, taskId, reason }: { id: string; taskId: string; reason: string }
): Promise<Result<object, 'task-unknown' | 'not-your-unit'>> {
	const found = await findTask(ctx.db, taskId);
	if (!found) return { ok: false, refusal: 'task-unknown' };
	const { unitId } = found.task;
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (found.withdrawal) return { ok: true };
	return recordAct(
		ctx,
		{ id, verb: 'withdrawTask', subject: { type: 'task', id: taskId }, unitId },
		[insertTaskWithdrawal(ctx.db, { taskId, reason, ...stampOf(ctx) })],
		{ 'task_withdrawals.task_id': done }
	);
}

/** Adds a reply to a task, by staff of its unit or of the town; it changes nothing of the task. */
export async function replyToTask(
	ctx: Context,
	{ id, taskId, text }: { id: string; taskId: string; text: string }
): Promise<Result<object, 'task-unknown' | 'not-your-unit' | 'task-withdrawn'>> {
	const found = await findTask(ctx.db, taskId);
	if (!found) return { ok: false, refusal: 'task-unknown' };
	const { unitId } = found.task;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{ id, verb: 'replyToTask', subject: { type: 'task', id: taskId }, unitId },
		[insertTaskReply(ctx.db, { id, taskId, text, ...stampOf(ctx) })],
		{ 'refusal:task-withdrawn': 'task-withdrawn' } as const
	);
}

/** A task with the records that count for it and its state. */
export interface TaskReading extends Pick<
	Task,
	'id' | 'unitId' | 'quantity' | 'assignedOn' | 'dueOn' | 'note' | 'isWithdrawn'
> {
	figure: FigureId;
	unit: { name: string; nameEn: string | null };
	progress: TaskProgress;
	state: TaskState;
}

/**
 * The tasks of units within `scope`, the most urgent first, with their state on `today` (the town's date), in two
 * round trips.
 */
export async function readTasks(
	db: Database,
	{ scope, today, filter }: { scope: string; today: string; filter: TaskFilter }
): Promise<TaskReading[]> {
	const rows = await listTasks(db, scope, filter);
	const list = rows.map(({ task, unit }) => ({ ...task, unit }));
	return (await readStates(db, scope, list, today)).sort(byUrgency);
}

/** Tasks that a village still has to do: due since the beginning of last year. */
export async function readTasksInHand(
	db: Database,
	{ scope, today, filter = {} }: { scope: string; today: string; filter?: TaskFilter }
): Promise<TaskReading[]> {
	const dueFrom = `${Number(today.slice(0, 4)) - 1}-01-01`;
	const tasks = await readTasks(db, { scope, today, filter: { ...filter, dueFrom, isInForce: true } });
	return tasks.filter(({ state }) => isInHand(state));
}

/** The state of these tasks; one whose figure the registry no longer knows is left out. */
export async function readStates<T extends Task>(db: Database, scope: string, list: readonly T[], today: string) {
	const known = list.flatMap((task) => {
		const figure: Figure | null = findFigure(task.figure);
		return figure ? [{ ...task, figure: figure.id }] : [];
	});
	const tally = await tallyTasks(db, scope, known, today);
	return known.map((task) => {
		const progress = tally.get(task.id) ?? { inTime: 0, soFar: 0 };
		return { ...task, progress, state: decideTaskState({ ...task, ...progress, today }) };
	});
}
