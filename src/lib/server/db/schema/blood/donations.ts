import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { donationKinds, standardIds } from '../../../../domain/blood/donation-standard';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { events } from '../events/events';
import { signups } from '../signups/signups';

const signupId = () =>
	text('signup_id')
		.notNull()
		.references(() => signups.id);

/** From which day a standard holds in this installation. Of two from the same day the later made one counts. */
export const donationStandards = sqliteTable(
	'donation_standards',
	{
		id: idColumn(),
		standard: text('standard', { enum: standardIds }).notNull(),
		fromOn: text('from_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	() => [check('donation_standards_standard', oneOf('standard', standardIds))]
);

const passed = ['eligible', 'ask-station'] as const;

/**
 * The outcome of the self-check before a sign-up, for the day of the slot, without any answers. It is written just
 * before its sign-up, which a trigger refuses without it; so the reference is no foreign key.
 */
export const donorChecks = sqliteTable(
	'donor_checks',
	{
		signupId: text('signup_id').primaryKey(),
		outcome: text('outcome', { enum: passed }).notNull(),
		standard: text('standard', { enum: standardIds }).notNull(),
		/** The day for which it was decided. */
		onDate: text('on_date').notNull(),
		at: atColumn()
	},
	() => [
		check('donor_checks_outcome', oneOf('outcome', passed)),
		check('donor_checks_standard', oneOf('standard', standardIds))
	]
);

/** A person agrees that name and telephone are handed to the station. */
export const stationConsents = sqliteTable(
	'station_consents',
	{
		id: idColumn(),
		signupId: signupId(),
		/** Kept by the trigger on `station_consent_withdrawals` alone. */
		isWithdrawn: integer('is_withdrawn', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('station_consents_once')
			.on(table.signupId)
			.where(sql`is_withdrawn = 0`)
	]
);

export const stationConsentWithdrawals = sqliteTable('station_consent_withdrawals', {
	consentId: text('consent_id')
		.primaryKey()
		.references(() => stationConsents.id),
	at: atColumn(),
	byId: byColumn()
});

const outcomes = ['donated', 'deferred'] as const;

/** The result of one person at a blood drive. The reason for a deferral on site is not kept. */
export const donations = sqliteTable(
	'donations',
	{
		id: idColumn(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id),
		/** Null: a person on no list. */
		signupId: text('signup_id').references(() => signups.id),
		outcome: text('outcome', { enum: outcomes }).notNull(),
		kind: text('kind', { enum: donationKinds }),
		/** Of whole blood. */
		millilitres: integer('millilitres'),
		/** Of platelets (治疗量). */
		units: integer('units'),
		isFirst: integer('is_first', { mode: 'boolean' }),
		/** Kept by the trigger on `donation_removals` alone. */
		isRemoved: integer('is_removed', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('donations_once')
			.on(table.signupId)
			.where(sql`is_removed = 0 and signup_id is not null`),
		index('donations_event').on(table.eventId, table.isRemoved),
		check('donations_outcome', oneOf('outcome', outcomes)),
		check(
			'donations_given',
			sql`case when outcome = 'deferred' then kind is null and millilitres is null and units is null and is_first is null
				when kind = 'whole-blood' then millilitres > 0 and units is null and is_first is not null
				when kind = 'platelets' then units > 0 and millilitres is null and is_first is not null else 0 end`
		)
	]
);

/** A result taken back: it belonged to another person. */
export const donationRemovals = sqliteTable('donation_removals', {
	donationId: text('donation_id')
		.primaryKey()
		.references(() => donations.id),
	at: atColumn(),
	byId: byColumn()
});

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
