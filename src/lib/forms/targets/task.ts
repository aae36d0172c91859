import * as v from 'valibot';
import type { Figure } from '$lib/domain/figures/figure';
import { isAssignable } from '$lib/domain/targets/task';
import { date, id, integer, optionalTextWithoutNumbers, textWithoutNumbers, unitId } from '../fields';

/** A task of one of a town's figures. */
export const taskForm = (figures: readonly Figure[]) =>
	v.object({
		id,
		unitId,
		figure: v.picklist(
			figures.filter(isAssignable).map((figure) => figure.id),
			'figure-missing'
		),
		quantity: integer(1, 1_000_000),
		dueOn: date,
		note: optionalTextWithoutNumbers(300)
	});

export const taskWithdrawalForm = v.object({ id, reason: textWithoutNumbers('task-reason-missing', 300) });

export const taskReplyForm = v.object({ id, text: textWithoutNumbers('reply-missing', 300) });
