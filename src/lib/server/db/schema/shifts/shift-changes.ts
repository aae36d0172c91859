import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn } from '../columns';
import { shiftClaims, shifts } from './shifts';

/** A shift was moved to another time: from when to when (instants, ms UTC), and why. */
export const shiftChanges = sqliteTable(
	'shift_changes',
	{
		/** The act's id and the shift's. */
		id: text('id').primaryKey(),
		shiftId: text('shift_id')
			.notNull()
			.references(() => shifts.id),
		startsBefore: integer('starts_before').notNull(),
		endsBefore: integer('ends_before').notNull(),
		startsAfter: integer('starts_after').notNull(),
		endsAfter: integer('ends_after').notNull(),
		reason: text('reason').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('shift_changes_shift').on(table.shiftId, table.at),
		check('shift_changes_reason', sql`trim(reason) <> ''`)
	]
);

/** 知道了: the holder of the shift has seen that it was moved. */
export const shiftChangeSights = sqliteTable(
	'shift_change_sights',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => shiftClaims.id),
		changeId: text('change_id')
			.notNull()
			.references(() => shiftChanges.id),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [primaryKey({ columns: [table.claimId, table.changeId] })]
);
