import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn, idColumn } from '../columns';
import { banquets } from './banquets';

/** What a household says about its own record, and what was done about it. */
export const householdAnswers = sqliteTable(
	'household_answers',
	{
		id: idColumn(),
		banquetId: text('banquet_id')
			.notNull()
			.references(() => banquets.id),
		textSealed: text('text_sealed').notNull(),
		at: atColumn()
	},
	(table) => [index('household_answers_banquet').on(table.banquetId, table.at)]
);

export const answerReplies = sqliteTable('answer_replies', {
	answerId: text('answer_id')
		.primaryKey()
		.references(() => householdAnswers.id),
	textSealed: text('text_sealed').notNull(),
	at: atColumn(),
	byId: byColumn()
});
