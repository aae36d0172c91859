import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from '../people/accounts';
import { atColumn, byColumn, idColumn } from '../columns';
import { shifts } from './shifts';

/** A volunteer in line for a full shift. When they move up, the claim gets the same id. */
export const shiftWaits = sqliteTable(
	'shift_waits',
	{
		id: idColumn(),
		shiftId: text('shift_id')
			.notNull()
			.references(() => shifts.id),
		accountId: text('account_id')
			.notNull()
			.references(() => accounts.id),
		/** Arrival order within the shift, from 1. */
		seq: integer('seq').notNull(),
		/** Left the line, moved up, or took the shift some other way; kept by triggers alone. */
		isOver: integer('is_over', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('shift_waits_seq').on(table.shiftId, table.seq),
		uniqueIndex('shift_waits_once')
			.on(table.shiftId, table.accountId)
			.where(sql`is_over = 0`),
		index('shift_waits_account').on(table.accountId, table.isOver)
	]
);

export const shiftWaitWithdrawals = sqliteTable('shift_wait_withdrawals', {
	waitId: text('wait_id')
		.primaryKey()
		.references(() => shiftWaits.id),
	at: atColumn(),
	byId: byColumn()
});

/** Moved up when a place came free; `actId` is the audit entry of the act that freed it. */
export const shiftPromotions = sqliteTable('shift_promotions', {
	waitId: text('wait_id')
		.primaryKey()
		.references(() => shiftWaits.id),
	actId: text('act_id').notNull(),
	at: atColumn()
});
