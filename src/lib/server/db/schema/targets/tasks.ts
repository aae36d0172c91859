import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn, idColumn } from '../columns';
import { units } from '../units/units';

/**
 * 任务: so much of a figure, asked of a unit from a day to a day. The records that fulfil it decide whether it is done;
 * this table does not say so.
 */
export const tasks = sqliteTable(
	'tasks',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		/** An id of the registry (domain/figures/figure). */
		figure: text('figure').notNull(),
		quantity: integer('quantity').notNull(),
		assignedOn: text('assigned_on').notNull(),
		dueOn: text('due_on').notNull(),
		note: text('note').notNull().default(''),
		/** Kept by the trigger on `task_withdrawals` alone. */
		isWithdrawn: integer('is_withdrawn', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		// A unit is given one task a day for a figure, so that two tasks never need the same record.
		uniqueIndex('tasks_one_a_day')
			.on(table.unitId, table.figure, table.assignedOn)
			.where(sql`is_withdrawn = 0`),
		index('tasks_unit').on(table.unitId, table.dueOn),
		check('tasks_quantity', sql`typeof(quantity) = 'integer' and quantity between 1 and 1000000`),
		check('tasks_time', sql`due_on >= assigned_on`)
	]
);

/** Taken back, with who, when and why; the task stays readable. */
export const taskWithdrawals = sqliteTable('task_withdrawals', {
	taskId: text('task_id')
		.primaryKey()
		.references(() => tasks.id),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/** 回话: a message about a task, from the village that has it or the town that gave it. */
export const taskReplies = sqliteTable(
	'task_replies',
	{
		id: idColumn(),
		taskId: text('task_id')
			.notNull()
			.references(() => tasks.id),
		text: text('text').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('task_replies_task').on(table.taskId, table.at)]
);
