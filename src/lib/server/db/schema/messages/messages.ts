import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { callOutcomes, channels, messageKinds, messageStates } from '../../../../domain/messages/message';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { signups } from '../signups/signups';

/** The outbox. It holds neither words nor addresses: both are made from the sign-up when the message is sent. */
export const messages = sqliteTable(
	'messages',
	{
		/** `act:signup:kind`. */
		id: idColumn(),
		kind: text('kind', { enum: messageKinds }).notNull(),
		signupId: text('signup_id')
			.notNull()
			.references(() => signups.id),
		/** The act that caused it; of a reminder `reminder:` and the start of the slot (ms). */
		actId: text('act_id').notNull(),
		at: atColumn(),
		state: text('state', { enum: messageStates }).notNull().default('queued'),
		/** Chosen when it is claimed. */
		channel: text('channel', { enum: channels }),
		/** Not before this instant: of a queued one the next attempt, on the call list when to ring again. */
		nextAt: integer('next_at').notNull(),
		/** How often it was handed to the network. */
		attempts: integer('attempts').notNull().default(0),
		/** Who holds the claim, and until when. */
		owner: text('owner'),
		leaseUntil: integer('lease_until'),
		/** Why it was dropped, or what the other side said last, as a code. */
		reason: text('reason'),
		/** When it entered its present state. */
		stateAt: integer('state_at').notNull()
	},
	(table) => [
		uniqueIndex('messages_once').on(table.actId, table.signupId, table.kind),
		index('messages_due').on(table.state, table.nextAt),
		index('messages_signup').on(table.signupId),
		index('messages_state').on(table.state, table.at, table.id),
		index('messages_at').on(table.at),
		check('messages_kind', oneOf('kind', messageKinds)),
		check('messages_state', oneOf('state', messageStates)),
		check('messages_channel', oneOf('channel', channels))
	]
);

/** A tick on the call list. The id is the act's. */
export const callAttempts = sqliteTable(
	'call_attempts',
	{
		id: idColumn(),
		messageId: text('message_id')
			.notNull()
			.references(() => messages.id),
		outcome: text('outcome', { enum: callOutcomes }).notNull(),
		at: atColumn(),
		byId: text('by_id').notNull()
	},
	(table) => [
		index('call_attempts_message').on(table.messageId),
		index('call_attempts_by').on(table.byId, table.at),
		check('call_attempts_outcome', oneOf('outcome', callOutcomes))
	]
);

/** A tick taken back. */
export const callAttemptUndos = sqliteTable('call_attempt_undos', {
	attemptId: text('attempt_id')
		.primaryKey()
		.references(() => callAttempts.id),
	at: atColumn(),
	byId: byColumn()
});
