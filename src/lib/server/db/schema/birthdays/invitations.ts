import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
	callOutcomesOfInvitation,
	invitationAnswers,
	invitationResults
} from '../../../../domain/birthdays/invitation';
import { birthdayBanquets } from './birthdays';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { elders } from './elders';

/** One elder on the list of one banquet. */
export const invitations = sqliteTable(
	'invitations',
	{
		id: idColumn(),
		eventId: text('event_id')
			.notNull()
			.references(() => birthdayBanquets.eventId),
		elderId: text('elder_id')
			.notNull()
			.references(() => elders.id),
		/** What the last call and the last result said; kept by triggers alone. */
		answer: text('answer', { enum: invitationAnswers }),
		companions: integer('companions').notNull().default(0),
		needsTransport: integer('needs_transport', { mode: 'boolean' }).notNull().default(false),
		result: text('result', { enum: invitationResults }),
		/** The elder left the roll before the day; kept by triggers alone. */
		isDropped: integer('is_dropped', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('invitations_once').on(table.eventId, table.elderId),
		index('invitations_elder').on(table.elderId),
		index('invitations_result').on(table.result, table.eventId)
	]
);

/** A call about an invitation, and its result. */
export const invitationCalls = sqliteTable(
	'invitation_calls',
	{
		id: idColumn(),
		invitationId: text('invitation_id')
			.notNull()
			.references(() => invitations.id),
		outcome: text('outcome', { enum: callOutcomesOfInvitation }).notNull(),
		companions: integer('companions').notNull().default(0),
		needsTransport: integer('needs_transport', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('invitation_calls_of').on(table.invitationId, table.at),
		check('invitation_calls_outcome', oneOf('outcome', callOutcomesOfInvitation)),
		check('invitation_calls_companions', sql`companions between 0 and 4`)
	]
);

/** The result of an invitation on the day; the latest row counts, the earlier ones stay readable. */
export const invitationResultRows = sqliteTable(
	'invitation_results',
	{
		/** The act's id and the invitation's: one act settles a whole list. */
		id: idColumn(),
		invitationId: text('invitation_id')
			.notNull()
			.references(() => invitations.id),
		result: text('result', { enum: invitationResults }).notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('invitation_results_of').on(table.invitationId, table.at),
		check('invitation_results_result', oneOf('result', invitationResults))
	]
);

/** At which table an elder sits with who comes along. */
export const invitationSeats = sqliteTable(
	'invitation_seats',
	{
		invitationId: text('invitation_id')
			.primaryKey()
			.references(() => invitations.id),
		tableNumber: integer('table_number').notNull(),
		/** A cadre chose the table: the system leaves it so. */
		isByHand: integer('is_by_hand', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	() => [check('invitation_seats_table', sql`table_number between 1 and 60`)]
);
