import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { checkInWays } from '../../../../domain/check-in/check-in';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { slots } from '../events/events';
import { signups } from '../signups/signups';

/** This many people of a party came to the door at once. */
export const checkIns = sqliteTable(
	'check_ins',
	{
		id: idColumn(),
		slotId: text('slot_id')
			.notNull()
			.references(() => slots.id),
		signupId: text('signup_id')
			.notNull()
			.references(() => signups.id),
		people: integer('people').notNull(),
		how: text('how', { enum: checkInWays }).notNull(),
		/** Kept by the trigger on `check_in_undos` alone. */
		isUndone: integer('is_undone', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('check_ins_slot').on(table.slotId, table.isUndone, table.at),
		index('check_ins_signup').on(table.signupId),
		check('check_ins_people', sql`people between 1 and 6`),
		check('check_ins_how', oneOf('how', checkInWays))
	]
);

/** Which people of the party these were, the 1st to the 6th. Kept by triggers alone. */
export const checkInPeople = sqliteTable(
	'check_in_people',
	{
		checkInId: text('check_in_id')
			.notNull()
			.references(() => checkIns.id),
		signupId: text('signup_id')
			.notNull()
			.references(() => signups.id),
		nth: integer('nth').notNull(),
		isUndone: integer('is_undone', { mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		primaryKey({ columns: [table.checkInId, table.nth] }),
		uniqueIndex('check_in_people_once')
			.on(table.signupId, table.nth)
			.where(sql`is_undone = 0`)
	]
);

export const checkInUndos = sqliteTable('check_in_undos', {
	checkInId: text('check_in_id')
		.primaryKey()
		.references(() => checkIns.id),
	at: atColumn(),
	byId: byColumn()
});

/**
 * Had a place and did not come; the place is free again. Ended when they come after all. `actId` is the act that
 * recorded it.
 */
export const noShows = sqliteTable(
	'no_shows',
	{
		actId: text('act_id').notNull(),
		signupId: text('signup_id')
			.notNull()
			.references(() => signups.id),
		nth: integer('nth').notNull(),
		/** Kept by the trigger on `check_ins` alone. */
		isEnded: integer('is_ended', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		primaryKey({ columns: [table.actId, table.signupId, table.nth] }),
		uniqueIndex('no_shows_once')
			.on(table.signupId, table.nth)
			.where(sql`is_ended = 0`)
	]
);
