import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { repeatRules } from '../../../../domain/events/series';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';

/** How an event repeats; its events carry `series_id` and are changed one by one or from one of them on. */
export const eventSeries = sqliteTable(
	'event_series',
	{
		id: idColumn(),
		rule: text('rule', { enum: repeatRules }).notNull(),
		/** The number of weeks or months from one to the next. */
		every: integer('every').notNull(),
		/** How many were made after the first. */
		times: integer('times').notNull(),
		/** The first event's day, YYYY-MM-DD: weekday, day of the month and lunar day follow from it. */
		firstOn: text('first_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	() => [
		check('event_series_rule', oneOf('rule', repeatRules)),
		check('event_series_every', sql`every between 1 and 12`),
		check('event_series_times', sql`times between 1 and 60`)
	]
);
