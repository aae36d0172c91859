import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn, idColumn } from '../columns';
import { units } from '../units/units';

/** The act that is being written, while its batch runs; null between acts. What changes then was not written by an act. */
export const acting = sqliteTable('acting', { one: integer('one').primaryKey(), actId: text('act_id') }, () => [
	check('acting_one', sql`one = 1`)
]);

/** 结账: a month, quarter or year of a unit is closed. Its snapshots hold its figures. */
export const closings = sqliteTable(
	'closings',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		fromOn: text('from_on').notNull(),
		toOn: text('to_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('closings_once').on(table.unitId, table.fromOn, table.toOn),
		check('closings_period', sql`from_on <= to_on`)
	]
);

/**
 * 定稿: the figures of a closed period at one moment, numbered within the unit, each chained to the one before. Never
 * changed.
 */
export const snapshots = sqliteTable(
	'snapshots',
	{
		id: idColumn(),
		closingId: text('closing_id')
			.notNull()
			.references(() => closings.id),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		number: integer('number').notNull(),
		/** Why it was taken again; '' for the first of a closing. */
		reason: text('reason').notNull().default(''),
		/** SHA-256 of all definitions as they were. */
		definitions: text('definitions').notNull(),
		previousHash: text('previous_hash').notNull(),
		hash: text('hash').notNull(),
		/** How many acts had been written when the records were counted: none may have come between. */
		seenActs: integer('seen_acts').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('snapshots_number').on(table.unitId, table.number),
		index('snapshots_closing').on(table.closingId, table.number)
	]
);

/** The records behind a figure, one a line (domain/reviews/snapshot), under the SHA-256 of the list: the same list is kept once. */
export const snapshotLists = sqliteTable('snapshot_lists', {
	hash: text('hash').primaryKey(),
	list: text('list').notNull()
});

export const snapshotFigures = sqliteTable(
	'snapshot_figures',
	{
		snapshotId: text('snapshot_id')
			.notNull()
			.references(() => snapshots.id),
		figure: text('figure').notNull(),
		value: integer('value'),
		previous: integer('previous'),
		recordCount: integer('record_count').notNull(),
		listHash: text('list_hash')
			.notNull()
			.references(() => snapshotLists.hash),
		/** JSON: unit, source, and the definition in words of both languages, as they were. */
		definition: text('definition').notNull()
	},
	(table) => [primaryKey({ columns: [table.snapshotId, table.figure] })]
);
