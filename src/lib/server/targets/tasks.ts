import type { InferOutput } from 'valibot';
import { addDays } from '$lib/domain/calendar/calendar';
import { findFigure } from '$lib/domain/figures/figure';
import type { Result } from '$lib/domain/result';
import { isAssignable, isInHand, farthestDueDays } from '$lib/domain/targets/task';
import type { taskForm } from '$lib/forms/targets/task';
import type { Context } from '../context';
import { findTask, insertTask, insertTaskReply, insertTaskWithdrawal } from '$lib/server/db/targets/tasks';
import { findAnswer, recordAct, recordOnce, stampOf } from '../record-act';
import { mayActFor, maySteer } from '../people/rights';
import { readTasks } from './task-readings';

/** `dueOn` is a date of the town; `quantity` is counted in the figure's own unit. */
export type AssignTaskCommand = InferOutput<ReturnType<typeof taskForm>>;
export type AssignTaskRefusal =
	'not-your-unit' | 'figure-missing' | 'task-unit-wrong' | 'due-in-past' | 'due-too-far' | 'task-open-already';

/**
 * Asks a village for so much of a figure, from today to a day, by staff of the town. Records fulfil it; a report
 * cannot. Refusals: a figure no task can ask for; not a village or community below one's own unit; the due day; one of
 * the same kind is in hand.
 */
export async function assignTask(ctx: Context, command: AssignTaskCommand): Promise<Result<object, AssignTaskRefusal>> {
	const { id, unitId, figure, dueOn } = command;
	const answered = await findAnswer(ctx, { id, verb: 'assignTask', subjectId: id });
	if (answered) return answered;
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (ctx.actor.kind === 'account' && ctx.actor.unitId === unitId) return { ok: false, refusal: 'task-unit-wrong' };
	const asked = findFigure((await ctx.registry()).figures, figure);
	if (!asked || !isAssignable(asked)) return { ok: false, refusal: 'figure-missing' };
	const today = ctx.today();
	if (dueOn < today) return { ok: false, refusal: 'due-in-past' };
	if (dueOn > addDays(today, farthestDueDays)) return { ok: false, refusal: 'due-too-far' };
	const same = await readTasks(ctx, { scope: unitId, today, filter: { figure, dueFrom: today, isInForce: true } });
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
 * Takes a task back, by staff of the town; it stays readable, with who, when and why. Done once: who comes second is refused.
 */
export async function withdrawTask(
	ctx: Context,
	{ id, taskId, reason }: { id: string; taskId: string; reason: string }
): Promise<Result<object, 'task-unknown' | 'not-your-unit' | 'task-withdrawn'>> {
	const found = await findTask(ctx.db, taskId);
	if (!found) return { ok: false, refusal: 'task-unknown' };
	const { unitId } = found.task;
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordOnce(
		ctx,
		{ isDone: found.withdrawal !== null, unique: 'task_withdrawals.task_id', refusal: 'task-withdrawn' },
		{ id, verb: 'withdrawTask', subject: { type: 'task', id: taskId }, unitId },
		[insertTaskWithdrawal(ctx.db, { taskId, reason, ...stampOf(ctx) })]
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
