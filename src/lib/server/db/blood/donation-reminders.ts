import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { donationReminders, donationReminderWithdrawals } from '../schema/blood/donation-reminders';
import { messages } from '../schema/messages/messages';

export const insertDonationReminder = (db: Database, reminder: typeof donationReminders.$inferInsert): Statement =>
	db.insert(donationReminders).values(reminder);

export const insertReminderWithdrawal = (
	db: Database,
	withdrawal: typeof donationReminderWithdrawals.$inferInsert
): Statement => db.insert(donationReminderWithdrawals).values(withdrawal);

/** The reminder in force of a sign-up; null when none is wanted. */
export async function findDonationReminder(db: Database, signupId: string) {
	const rows = await db
		.select({ id: donationReminders.id, dueOn: donationReminders.dueOn })
		.from(donationReminders)
		.where(and(eq(donationReminders.signupId, signupId), sql`${donationReminders.isWithdrawn} = 0`));
	return rows[0] ?? null;
}

/** Puts the reminders whose day has come (`today`, YYYY-MM-DD) into the outbox, each once. `at` in ms, UTC. */
export async function queueDonationReminders(db: Database, { today, at }: { today: string; at: number }) {
	await db
		.insert(messages)
		.select(
			sql`select 'donation:' || r.id || ':' || r.signup_id || ':donation-due', 'donation-due', r.signup_id, 'donation:' || r.id, ${at},
				'queued', null, ${at}, 0, null, null, null, ${at}
				from donation_reminders r join signups g on g.id = r.signup_id
				where r.is_withdrawn = 0 and r.due_on <= ${today} and r.due_on > date(${today}, '-30 days')
					and g.phone_sealed is not null and g.name_sealed <> 'erased'`
		)
		.onConflictDoNothing();
}
