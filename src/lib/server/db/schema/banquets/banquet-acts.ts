import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { householdActs as kinds } from '../../../../domain/banquets/household-act';
import { banquets } from './banquets';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';

const banquetId = () =>
	text('banquet_id')
		.notNull()
		.references(() => banquets.id);

/** What the household itself did to its record: by phone and code, so without an account. */
export const householdActs = sqliteTable(
	'household_acts',
	{ id: idColumn(), banquetId: banquetId(), kind: text('kind', { enum: kinds }).notNull(), at: atColumn() },
	(table) => [
		index('household_acts_banquet').on(table.banquetId, table.at),
		check('household_acts_kind', oneOf('kind', kinds))
	]
);

/** A cadre has seen what was declared and what the village rule says to it. It ends the early notice. */
export const banquetAcknowledgements = sqliteTable(
	'banquet_acknowledgements',
	{ id: idColumn(), banquetId: banquetId(), at: atColumn(), byId: text('by_id').notNull() },
	(table) => [index('banquet_acknowledgements_banquet').on(table.banquetId, table.at)]
);

/** 一条龙卫生提示 handed to the cook. */
export const hygieneNotices = sqliteTable('hygiene_notices', {
	banquetId: text('banquet_id')
		.primaryKey()
		.references(() => banquets.id),
	at: atColumn(),
	byId: byColumn()
});

/** One visit to a household about its banquet: the day, and who went. A dissuasion counts its visits from here (a trigger). */
export const banquetVisits = sqliteTable(
	'banquet_visits',
	{
		id: idColumn(),
		banquetId: banquetId(),
		wentOn: text('went_on').notNull(),
		/** The household sees it in its own record. */
		noteSealed: text('note_sealed').notNull(),
		at: atColumn(),
		byId: text('by_id').notNull()
	},
	(table) => [uniqueIndex('banquet_visits_once').on(table.banquetId, table.wentOn, table.byId)]
);
