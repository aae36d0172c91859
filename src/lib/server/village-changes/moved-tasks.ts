import { groupBy } from '$lib/domain/group-by';
import { insertTask, insertTaskWithdrawal, listLaterTasks } from '$lib/server/db/targets/tasks';
import type { Context } from '../context';
import { stampOf, type Statements } from '../record-act';

/**
 * Tasks that villages were given on `fromOn` or later are taken back with `note`. Where one village takes their place (`toId`), it is given them
 * instead: those of one figure and day as one, up to the latest day, for a village has one a day.
 */
export async function moveTasks(
	ctx: Context,
	{ fromIds, toId, fromOn, note }: { fromIds: readonly string[]; toId: string | null; fromOn: string; note: string }
): Promise<Statements> {
	const tasks = await listLaterTasks(ctx.db, fromIds, fromOn);
	const given = [...groupBy(tasks, ({ figure, assignedOn }) => `${figure} ${assignedOn}`).values()];
	return [
		...tasks.map(({ id }) => insertTaskWithdrawal(ctx.db, { taskId: id, reason: note, ...stampOf(ctx) })),
		...(toId === null ? [] : given).map((same) =>
			insertTask(ctx.db, {
				...{ id: ctx.newId(), unitId: toId!, figure: same[0]!.figure, assignedOn: same[0]!.assignedOn },
				quantity: same.reduce((sum, { quantity }) => sum + quantity, 0),
				dueOn: same
					.map(({ dueOn }) => dueOn)
					.sort()
					.at(-1)!,
				note: [...new Set(same.map((task) => task.note))].filter(Boolean).join('\n'),
				...stampOf(ctx)
			})
		)
	];
}
