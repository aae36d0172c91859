import { findFigure, type FigureId } from '$lib/domain/figures/figure';
import { byUrgency, decideTaskState, isInHand, type TaskProgress, type TaskState } from '$lib/domain/targets/task';
import type { Task } from '$lib/server/db/targets/tasks';
import { listTasks, type TaskFilter } from '$lib/server/db/targets/task-list';
import { readProgress } from '$lib/server/db/targets/task-progress';
import type { FigureTown } from '../figures/figures';

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
	town: FigureTown,
	{ scope, today, filter }: { scope: string; today: string; filter: TaskFilter }
): Promise<TaskReading[]> {
	const rows = await listTasks(town.db, scope, filter);
	const list = rows.map(({ task, unit }) => ({ ...task, unit }));
	return (await readStates(town, scope, list, today)).sort(byUrgency);
}

/** Tasks that a village still has to do: due since the beginning of last year. */
export async function readTasksInHand(
	town: FigureTown,
	{ scope, today, filter = {} }: { scope: string; today: string; filter?: TaskFilter }
): Promise<TaskReading[]> {
	const dueFrom = `${Number(today.slice(0, 4)) - 1}-01-01`;
	const tasks = await readTasks(town, { scope, today, filter: { ...filter, dueFrom, isInForce: true } });
	return tasks.filter(({ state }) => isInHand(state));
}

/** The state of these tasks; one whose figure the registry no longer knows is left out. */
export async function readStates<T extends Task>(town: FigureTown, scope: string, list: readonly T[], today: string) {
	const { figures } = await town.registry();
	const known = list.flatMap((task) => {
		const figure = findFigure(figures, task.figure);
		return figure ? [{ ...task, figure: figure.id, source: figure.source }] : [];
	});
	const progressOf = await readProgress(town.db, scope, known, today);
	return known.map(({ source: _, ...task }) => {
		const progress = progressOf.get(task.id) ?? { inTime: 0, soFar: 0 };
		return { ...task, progress, state: decideTaskState({ ...task, ...progress, today }) };
	});
}
