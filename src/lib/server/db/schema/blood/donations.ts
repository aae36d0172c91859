import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { donationKinds } from '../../../../domain/blood/donation-standard';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { events } from '../events/events';
import { signups } from '../signups/signups';

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
