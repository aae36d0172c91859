import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { noOccasions, type Occasion } from '../../../../domain/banquets/banquet';
import { atColumn, byColumn } from '../columns';
import { units } from '../units/units';

/** 村规民约 limits of a unit from a day on. They advise; they never block. */
export const villageRules = sqliteTable(
	'village_rules',
	{
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		fromOn: text('from_on').notNull(),
		noticeDays: integer('notice_days').notNull(),
		tablesPerMeal: integer('tables_per_meal').notNull(),
		/** Yuan, for the estimate of saved spending. */
		pricePerTable: integer('price_per_table').notNull(),
		/** JSON array: occasions for which the village asks not to hold a banquet. */
		discouraged: text('discouraged', { mode: 'json' })
			.$type<Occasion[]>()
			.notNull()
			.default([...noOccasions]),
		/** The rule's own sentence, as households are shown it, and where it is written: 《三星村村规民约》第十二条. */
		wording: text('wording').notNull().default(''),
		source: text('source').notNull().default(''),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		primaryKey({ columns: [table.unitId, table.fromOn] }),
		check('village_rules_limits', sql`notice_days between 0 and 60 and tables_per_meal between 1 and 200`)
	]
);
