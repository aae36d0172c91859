import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { signupOrigins, signupStatuses } from '../../../../domain/signups/signup';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { slots } from '../events/events';
import { units } from '../units/units';

export const signups = sqliteTable(
	'signups',
	{
		id: idColumn(),
		slotId: text('slot_id')
			.notNull()
			.references(() => slots.id),
		/** Arrival order within the slot, from 1. */
		seq: integer('seq').notNull(),
		/** Order in the line: the arrival's, until a cadre moves the party. */
		rank: real('rank').notNull(),
		/** Confirmed: all of the party have a place; waitlisted: at least one still waits. Kept by triggers alone. */
		status: text('status', { enum: signupStatuses }).notNull(),
		partySize: integer('party_size').notNull(),
		/** People of the party who have a place, the first of them first. Kept by triggers alone. */
		granted: integer('granted').notNull(),
		/** Until when (ms, UTC) its places are held without the confirmation that the event asks; null: none is due. */
		heldUntil: integer('held_until'),
		/** It was not confirmed in time: it gets no place before it is. Kept by triggers alone. */
		isLapsed: integer('is_lapsed', { mode: 'boolean' }).notNull().default(false),
		/** 有几个位先去几个. */
		acceptsSome: integer('accepts_some', { mode: 'boolean' }).notNull().default(false),
		origin: text('origin', { enum: signupOrigins }).notNull().default('online'),
		nameSealed: text('name_sealed').notNull(),
		/** Null, with its index: a person without a telephone, entered by a cadre. */
		phoneSealed: text('phone_sealed'),
		phoneIndex: text('phone_index'),
		emailSealed: text('email_sealed'),
		/** In which language to write to them. */
		language: text('language', { enum: ['zh-CN', 'en'] })
			.notNull()
			.default('zh-CN'),
		/** Null: from outside the town. */
		villageId: text('village_id').references(() => units.id),
		code: text('code').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('signups_seq').on(table.slotId, table.seq),
		uniqueIndex('signups_rank').on(table.slotId, table.rank),
		uniqueIndex('signups_once_per_phone')
			.on(table.slotId, table.phoneIndex)
			.where(sql`status <> 'withdrawn'`),
		index('signups_line').on(table.slotId, table.status, table.rank),
		index('signups_phone').on(table.phoneIndex, table.code),
		index('signups_at').on(table.at),
		index('signups_held')
			.on(table.heldUntil)
			.where(sql`held_until is not null`),
		index('signups_unerased')
			.on(table.slotId)
			.where(sql`name_sealed <> 'erased'`),
		check('signups_status', oneOf('status', signupStatuses)),
		check('signups_origin', oneOf('origin', signupOrigins)),
		check('signups_party_size', sql`typeof(party_size) = 'integer' and party_size between 1 and 6`),
		check('signups_phone_found', sql`(phone_sealed is null) = (phone_index is null)`),
		check('signups_phone_online', sql`origin <> 'online' or phone_index is not null`),
		check(
			'signups_granted',
			sql`case status when 'confirmed' then granted = party_size when 'withdrawn' then granted = 0
				else granted >= 0 and granted < party_size and (granted = 0 or accepts_some) end`
		)
	]
);

/** The column of a record that belongs to a sign-up. */
export const signupId = () =>
	text('signup_id')
		.notNull()
		.references(() => signups.id);

/** Names of those who come along, the second to the sixth of the party; known or not. */
export const signupCompanions = sqliteTable(
	'signup_companions',
	{ signupId: signupId(), nth: integer('nth').notNull(), nameSealed: text('name_sealed').notNull() },
	(table) => [
		primaryKey({ columns: [table.signupId, table.nth] }),
		check('signup_companions_nth', sql`nth between 2 and 6`)
	]
);

/** Who signed up for another person: a grandchild, a neighbour. */
export const signupHelpers = sqliteTable('signup_helpers', {
	signupId: signupId().primaryKey(),
	nameSealed: text('name_sealed').notNull(),
	phoneSealed: text('phone_sealed')
});

export const signupWithdrawals = sqliteTable('signup_withdrawals', {
	signupId: signupId().primaryKey(),
	at: atColumn(),
	byId: byColumn()
});

/** The party was reached by telephone, or came: its sign-up is true. */
export const signupConfirmations = sqliteTable('signup_confirmations', {
	signupId: signupId().primaryKey(),
	at: atColumn(),
	byId: byColumn()
});

/** It was not confirmed in time: its places went back, and it to the end of the line. */
export const signupLapses = sqliteTable(
	'signup_lapses',
	{ signupId: signupId(), people: integer('people').notNull(), at: atColumn() },
	(table) => [primaryKey({ columns: [table.signupId, table.at] })]
);
