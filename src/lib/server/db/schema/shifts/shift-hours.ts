import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { hourSides } from '../../../../domain/shifts/shift-hours';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { shiftClaims } from './shifts';

/**
 * What one side states of the minutes served, after the shift. They count when a side states what the other stated just
 * before.
 */
export const shiftHours = sqliteTable(
	'shift_hours',
	{
		id: idColumn(),
		claimId: text('claim_id')
			.notNull()
			.references(() => shiftClaims.id),
		/** From 1, without gaps: a side has read what was stated before. */
		seq: integer('seq').notNull(),
		side: text('side', { enum: hourSides }).notNull(),
		/** 0: could not come. */
		minutes: integer('minutes').notNull(),
		/** Why the organiser says another number than the volunteer. */
		reason: text('reason').notNull().default(''),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('shift_hours_seq').on(table.claimId, table.seq),
		check('shift_hours_side', oneOf('side', hourSides)),
		check('shift_hours_minutes', sql`typeof(minutes) = 'integer' and minutes >= 0`)
	]
);
