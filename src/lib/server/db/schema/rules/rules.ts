import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { atColumn } from '../columns';

/** Which rules (triggers and views) are in force: one row, written together with them (db/migrate). */
export const rulesInForce = sqliteTable(
	'rules_in_force',
	{
		one: integer('one').primaryKey(),
		/** Of `drizzle/rules/version.json`; 0 before any were applied. */
		version: integer('version').notNull(),
		hash: text('hash').notNull(),
		/** When they were applied. */
		at: atColumn()
	},
	() => [check('rules_in_force_one', sql`one = 1`)]
);
