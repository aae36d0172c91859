import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from '../people/accounts';
import { atColumn, byColumn, idColumn } from '../columns';
import { events } from '../events/events';

export const shifts = sqliteTable(
	'shifts',
	{
		id: idColumn(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id),
		duty: text('duty').notNull(),
		startsAt: integer('starts_at').notNull(),
		endsAt: integer('ends_at').notNull(),
		needed: integer('needed').notNull(),
		/** Claims in force; kept by triggers alone. */
		taken: integer('taken').notNull().default(0),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('shifts_event').on(table.eventId),
		index('shifts_start').on(table.startsAt, table.id),
		check('shifts_taken_within_needed', sql`taken between 0 and needed`),
		check('shifts_needed_positive', sql`needed > 0`),
		check('shifts_end_after_start', sql`ends_at > starts_at`)
	]
);

export const shiftClaims = sqliteTable(
	'shift_claims',
	{
		id: idColumn(),
		shiftId: text('shift_id')
			.notNull()
			.references(() => shifts.id),
		accountId: text('account_id')
			.notNull()
			.references(() => accounts.id),
		/** Given back; kept by the trigger on `shift_releases` alone. */
		isReleased: integer('is_released', { mode: 'boolean' }).notNull().default(false),
		/** The request through which it came from a colleague. No place came free, so the line was not passed over. */
		requestId: text('request_id'),
		/** Minutes both sides agree on; kept by the trigger on `shift_hours` alone. */
		confirmedMinutes: integer('confirmed_minutes'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('shift_claims_once')
			.on(table.shiftId, table.accountId)
			.where(sql`is_released = 0`),
		index('shift_claims_account').on(table.accountId, table.isReleased)
	]
);

export const shiftReleases = sqliteTable('shift_releases', {
	claimId: text('claim_id')
		.primaryKey()
		.references(() => shiftClaims.id),
	at: atColumn(),
	byId: byColumn()
});
