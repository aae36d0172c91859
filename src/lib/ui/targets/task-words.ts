import type { AddedWork } from '$lib/domain/activities/added-work';
import type { FigureId } from '$lib/domain/figures/figure';
import { figureOf } from '$lib/domain/figures/registry';
import type { TaskState } from '$lib/domain/targets/task';
import { m } from '$lib/paraglide/messages.js';
import { numberText } from '../elements/number-text';
import { figureUnitWords, figureWords } from '../figures/figure-words';

export const taskStateWords: Record<TaskState, () => string> = {
	open: m.tasks_state_open,
	overdue: m.tasks_state_overdue,
	done: m.tasks_state_done,
	'done-late': m.tasks_state_done_late,
	withdrawn: m.tasks_state_withdrawn
};

export const taskStateTones: Record<TaskState, 'ink' | 'jade' | 'red' | 'muted'> = {
	open: 'ink',
	overdue: 'red',
	done: 'jade',
	'done-late': 'jade',
	withdrawn: 'muted'
};

/** What a task asks: 健康讲座 3 场次. */
export function taskTitle({ figure, quantity }: { figure: FigureId; quantity: number }, added: AddedWork): string {
	const known = figureOf(figure, added);
	return m.tasks_row_title({
		figure: figureWords(figure, added).name(),
		quantity: numberText(quantity),
		unit: known ? figureUnitWords[known.unit]({ count: quantity }) : ''
	});
}
