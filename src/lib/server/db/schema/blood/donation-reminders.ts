import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn, idColumn } from '../columns';
import { signupId } from '../signups/signups';

/** A donor wants to be told on the day from which they may give again. */
export const donationReminders = sqliteTable(
	'donation_reminders',
	{
		id: idColumn(),
		signupId: signupId(),
		/** By the standard in force when it was asked for. */
		dueOn: text('due_on').notNull(),
		/** Kept by the trigger on `donation_reminder_withdrawals` alone. */
		isWithdrawn: integer('is_withdrawn', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('donation_reminders_once')
			.on(table.signupId)
			.where(sql`is_withdrawn = 0`),
		index('donation_reminders_due').on(table.isWithdrawn, table.dueOn)
	]
);

export const donationReminderWithdrawals = sqliteTable('donation_reminder_withdrawals', {
	reminderId: text('reminder_id')
		.primaryKey()
		.references(() => donationReminders.id),
	at: atColumn(),
	byId: byColumn()
});
