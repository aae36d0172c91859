import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { atColumn, idColumn } from '../columns';
import { signupId } from './signups';

/** Moved up from the waitlist, with so many people, when places came free; `actId` is the audit entry of the act that freed them. */
export const signupPromotions = sqliteTable(
	'signup_promotions',
	{ signupId: signupId(), actId: text('act_id').notNull(), people: integer('people').notNull(), at: atColumn() },
	(table) => [
		primaryKey({ columns: [table.signupId, table.actId] }),
		index('signup_promotions_act').on(table.actId),
		check('signup_promotions_people', sql`people > 0`)
	]
);

/** A cadre moved a waiting party within the line, and why. The id is the act's. */
export const lineMoves = sqliteTable(
	'line_moves',
	{
		id: idColumn(),
		signupId: signupId(),
		fromRank: real('from_rank').notNull(),
		toRank: real('to_rank').notNull(),
		reason: text('reason').notNull(),
		at: atColumn(),
		byId: text('by_id').notNull()
	},
	(table) => [index('line_moves_signup').on(table.signupId)]
);
