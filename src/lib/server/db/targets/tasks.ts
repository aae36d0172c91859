import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { taskReplies, tasks, taskWithdrawals } from '../schema/targets/tasks';
import { units } from '../schema/units/units';
import { idsOfLater } from '../units/later-records';

export type Task = typeof tasks.$inferSelect;

export const insertTask = (db: Database, task: typeof tasks.$inferInsert): Statement => db.insert(tasks).values(task);
export const insertTaskWithdrawal = (db: Database, withdrawal: typeof taskWithdrawals.$inferInsert): Statement =>
	db.insert(taskWithdrawals).values(withdrawal);
export const insertTaskReply = (db: Database, reply: typeof taskReplies.$inferInsert): Statement =>
	db.insert(taskReplies).values(reply);

/** Tasks in force that these units were given on `fromOn` or later, the oldest first. */
export const listLaterTasks = (db: Database, unitIds: readonly string[], fromOn: string): Promise<Task[]> =>
	db
		.select()
		.from(tasks)
		.where(sql`${tasks.id} in ${idsOfLater('tasks', unitIds, fromOn)}`)
		.orderBy(asc(tasks.assignedOn), asc(tasks.id));

const givers = alias(accounts, 'givers');
const withdrawers = alias(accounts, 'withdrawers');

/** One task with its unit, who gave it, the replies to it and how it was taken back (names sealed), in one round trip; null when there is none. */
export async function findTask(db: Database, id: string) {
	const [rows, replies] = await db.batch([
		db
			.select({
				task: tasks,
				unit: { name: units.name, nameEn: units.nameEn },
				by: { id: givers.id, nameSealed: givers.nameSealed },
				withdrawal: taskWithdrawals,
				withdrawnBy: { id: withdrawers.id, nameSealed: withdrawers.nameSealed }
			})
			.from(tasks)
			.innerJoin(units, eq(units.id, tasks.unitId))
			.leftJoin(givers, eq(givers.id, tasks.byId))
			.leftJoin(taskWithdrawals, eq(taskWithdrawals.taskId, tasks.id))
			.leftJoin(withdrawers, eq(withdrawers.id, taskWithdrawals.byId))
			.where(eq(tasks.id, id)),
		db
			.select({
				id: taskReplies.id,
				text: taskReplies.text,
				at: taskReplies.at,
				by: { id: accounts.id, nameSealed: accounts.nameSealed }
			})
			.from(taskReplies)
			.leftJoin(accounts, eq(accounts.id, taskReplies.byId))
			.where(eq(taskReplies.taskId, id))
			.orderBy(asc(taskReplies.at), asc(taskReplies.id))
	]);
	return rows[0] ? { ...rows[0], replies } : null;
}
