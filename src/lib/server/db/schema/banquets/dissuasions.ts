import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dissuasionOutcomes } from '../../../../domain/banquets/dissuasion';
import { atColumn, idColumn, oneOf } from '../columns';
import { banquets } from './banquets';

/** 劝停: an act on one intended banquet, counted once whatever the number of visits. */
export const dissuasions = sqliteTable(
	'dissuasions',
	{
		id: idColumn(),
		banquetId: text('banquet_id')
			.notNull()
			.unique()
			.references(() => banquets.id),
		wentOn: text('went_on').notNull(),
		visits: integer('visits').notNull(),
		outcome: text('outcome', { enum: dissuasionOutcomes }).notNull(),
		note: text('note').notNull().default(''),
		/** Kept by the triggers on `dissuasion_confirmations` alone. */
		isConfirmed: integer('is_confirmed', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: text('by_id').notNull()
	},
	(table) => [
		index('dissuasions_on').on(table.wentOn, table.id),
		index('dissuasions_confirmed').on(table.isConfirmed, table.wentOn, table.id),
		check('dissuasions_outcome', oneOf('outcome', dissuasionOutcomes)),
		check('dissuasions_visits', sql`visits between 1 and 99`)
	]
);

/** By a second person: a trigger refuses the one who recorded it. */
export const dissuasionConfirmations = sqliteTable('dissuasion_confirmations', {
	dissuasionId: text('dissuasion_id')
		.primaryKey()
		.references(() => dissuasions.id),
	at: atColumn(),
	byId: text('by_id').notNull()
});
