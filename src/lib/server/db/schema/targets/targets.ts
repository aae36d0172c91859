import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn, idColumn } from '../columns';
import { units } from '../units/units';

/** One saving of a year's targets at a unit and below it. A cadre saves only over what they have seen: `seq`. */
export const targetSettings = sqliteTable(
	'target_settings',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		year: integer('year').notNull(),
		/** From 1, without gaps. */
		seq: integer('seq').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('target_settings_seq').on(table.unitId, table.year, table.seq),
		check('target_settings_year', sql`typeof(year) = 'integer' and year between 2000 and 2199`)
	]
);

/** 目标: the one in force for a year, a figure and a unit; who set it last and when says its setting, what it was before the audit trail. */
export const targets = sqliteTable(
	'targets',
	{
		year: integer('year').notNull(),
		/** An id of the registry (domain/figures/figure). No closed list here, for the registry grows without a migration. */
		figure: text('figure').notNull(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		value: integer('value').notNull(),
		settingId: text('setting_id')
			.notNull()
			.references(() => targetSettings.id)
	},
	(table) => [
		primaryKey({ columns: [table.year, table.figure, table.unitId] }),
		index('targets_unit').on(table.unitId, table.year),
		check('targets_value', sql`typeof(value) = 'integer' and value between 0 and 1000000`)
	]
);
