import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { closings } from './closings';

export const lateChanges = ['added', 'changed', 'removed'] as const;

/**
 * A record of a closed period that came or changed afterwards. Written by triggers alone; without an act it is unknown
 * who did it.
 */
export const lateRecords = sqliteTable(
	'late_records',
	{
		number: integer('number').primaryKey({ autoIncrement: true }),
		closingId: text('closing_id')
			.notNull()
			.references(() => closings.id),
		type: text('type').notNull(),
		recordId: text('record_id').notNull(),
		onDate: text('on_date').notNull(),
		change: text('change', { enum: lateChanges }).notNull(),
		actId: text('act_id'),
		/** The account that acted; null for a villager, for the software, or where it is unknown. */
		byId: byColumn(),
		at: atColumn()
	},
	(table) => [
		uniqueIndex('late_records_once').on(table.closingId, table.actId, table.type, table.recordId),
		index('late_records_by').on(table.byId, table.actId),
		check('late_records_change', oneOf('change', lateChanges))
	]
);

/** Why a late act was done; the latest reason counts. */
export const lateReasons = sqliteTable(
	'late_reasons',
	{
		id: idColumn(),
		actId: text('act_id').notNull(),
		reason: text('reason').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('late_reasons_act').on(table.actId, table.at)]
);
