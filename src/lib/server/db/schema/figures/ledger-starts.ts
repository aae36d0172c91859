import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { ledgerNames } from '../../../../domain/figures/ledger';
import { atColumn, byColumn, oneOf } from '../columns';

/** From which day the town keeps a ledger, each time it said so; the last of a ledger is in force. Only added to. */
export const ledgerStarts = sqliteTable(
	'ledger_starts',
	{
		ledger: text('ledger', { enum: ledgerNames }).notNull(),
		/** From 1, without gaps. An administrator saves only over what they have seen. */
		seq: integer('seq').notNull(),
		/** YYYY-MM-DD. */
		fromOn: text('from_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		primaryKey({ columns: [table.ledger, table.seq] }),
		check('ledger_starts_ledger', oneOf('ledger', ledgerNames)),
		check('ledger_starts_day', sql`from_on between '1950-01-01' and '2199-12-31' and date(from_on) = from_on`)
	]
);
