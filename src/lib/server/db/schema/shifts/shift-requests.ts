import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { requestAnswers } from '../../../../domain/shifts/shift-request';
import { accounts } from '../people/accounts';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { shiftClaims } from './shifts';

/** A holder asks a colleague to take a shift over, or to exchange it for one of the colleague's (`wantedClaimId`). */
export const shiftRequests = sqliteTable(
	'shift_requests',
	{
		id: idColumn(),
		claimId: text('claim_id')
			.notNull()
			.references(() => shiftClaims.id),
		wantedClaimId: text('wanted_claim_id').references(() => shiftClaims.id),
		toId: text('to_id')
			.notNull()
			.references(() => accounts.id),
		/** Without an answer, and none of its claims given back; kept by triggers alone. */
		isOpen: integer('is_open', { mode: 'boolean' }).notNull().default(true),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('shift_requests_once')
			.on(table.claimId, table.toId)
			.where(sql`is_open = 1`),
		index('shift_requests_to').on(table.toId, table.isOpen),
		index('shift_requests_wanted').on(table.wantedClaimId)
	]
);

/** The answer to a request: the colleague's, or the asker's who takes it back. */
export const shiftAnswers = sqliteTable(
	'shift_answers',
	{
		requestId: text('request_id')
			.primaryKey()
			.references(() => shiftRequests.id),
		answer: text('answer', { enum: requestAnswers }).notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	() => [check('shift_answers_answer', oneOf('answer', requestAnswers))]
);
