import * as v from 'valibot';
import { figures, type FigureId } from '$lib/domain/figures/figure';
import { isAssignable } from '$lib/domain/targets/task';
import { date, id, integer, optionalText, text, unitId } from '../fields';

/** The figures that a task may ask for, in the registry's order. */
export const assignableFigures: FigureId[] = figures.filter(isAssignable).map((figure) => figure.id);

export const taskForm = v.object({
	id,
	unitId,
	figure: v.picklist(assignableFigures, 'figure-missing'),
	quantity: integer(1, 1_000_000),
	dueOn: date,
	note: optionalText(300)
});

export const taskWithdrawalForm = v.object({ id, reason: text('task-reason-missing', 300) });

export const taskReplyForm = v.object({ id, text: text('reply-missing', 300) });
