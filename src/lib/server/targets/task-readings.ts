import { findFigure, type Figure, type FigureId } from '$lib/domain/figures/figure';
import { byUrgency, decideTaskState, isInHand, type TaskProgress, type TaskState } from '$lib/domain/targets/task';
import type { Database } from '$lib/server/db/client';
import type { Task } from '$lib/server/db/targets/tasks';
import { listTasks, type TaskFilter } from '$lib/server/db/targets/task-list';
import { readProgress } from '$lib/server/db/targets/task-progress';

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
	const progressOf = await readProgress(db, scope, known, today);
	return known.map((task) => {
		const progress = progressOf.get(task.id) ?? { inTime: 0, soFar: 0 };
		return { ...task, progress, state: decideTaskState({ ...task, ...progress, today }) };
	});
}
