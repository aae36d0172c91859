import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ageKinds } from '../../../../domain/birthdays/invited-ages';
import { cadences } from '../../../../domain/birthdays/birthday-window';
import { calendars } from '../../../../domain/birthdays/elder';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { events } from '../events/events';
import { units } from '../units/units';

/** How a village holds its group birthday banquets: from which age, how often, by which calendar. */
export const birthdaySeries = sqliteTable(
	'birthday_series',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		threshold: integer('threshold').notNull(),
		ageKind: text('age_kind', { enum: ageKinds }).notNull(),
		cadence: text('cadence', { enum: cadences }).notNull(),
		calendar: text('calendar', { enum: calendars }).notNull(),
		fromOn: text('from_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('birthday_series_unit').on(table.unitId, table.fromOn),
		check('birthday_series_threshold', sql`threshold between 50 and 100`),
		check('birthday_series_age_kind', oneOf('age_kind', ageKinds)),
		check('birthday_series_cadence', oneOf('cadence', cadences)),
		check('birthday_series_calendar', oneOf('calendar', calendars))
	]
);

/** Not held any more after this day. */
export const birthdaySeriesEnds = sqliteTable('birthday_series_ends', {
	seriesId: text('series_id')
		.primaryKey()
		.references(() => birthdaySeries.id),
	endsOn: text('ends_on').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/**
 * The event that is a series's banquet for a window of birthdays; one for each window, unless it was called off. It keeps what it was planned
 * with, so that a correction of the series changes no list that is made.
 */
export const birthdayBanquets = sqliteTable(
	'birthday_banquets',
	{
		eventId: text('event_id')
			.primaryKey()
			.references(() => events.id),
		seriesId: text('series_id')
			.notNull()
			.references(() => birthdaySeries.id),
		/** What the series asked of a birthday when the list was made; the cadence is as long as the window. */
		threshold: integer('threshold').notNull(),
		ageKind: text('age_kind', { enum: ageKinds }).notNull(),
		calendar: text('calendar', { enum: calendars }).notNull(),
		/** The window: a year of that calendar, and its months. */
		year: integer('year').notNull(),
		firstMonth: integer('first_month').notNull(),
		lastMonth: integer('last_month').notNull(),
		seats: integer('seats').notNull(),
		/** Yuan; null while unknown. */
		pricePerTable: integer('price_per_table'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('birthday_banquets_window').on(table.seriesId, table.year, table.firstMonth),
		check('birthday_banquets_threshold', sql`threshold between 50 and 100`),
		check('birthday_banquets_age_kind', oneOf('age_kind', ageKinds)),
		check('birthday_banquets_calendar', oneOf('calendar', calendars)),
		check('birthday_banquets_months', sql`first_month between 1 and 12 and last_month between first_month and 12`),
		check('birthday_banquets_seats', sql`seats between 6 and 12`),
		check('birthday_banquets_price', sql`price_per_table is null or price_per_table between 1 and 99999`)
	]
);

/** What the town supposes about private birthday banquets, from a day on: for the estimate alone. */
export const birthdaySuppositions = sqliteTable(
	'birthday_suppositions',
	{
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		fromOn: text('from_on').notNull(),
		sharePercent: integer('share_percent').notNull(),
		tablesEach: integer('tables_each').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		primaryKey({ columns: [table.unitId, table.fromOn] }),
		check('birthday_suppositions_numbers', sql`share_percent between 0 and 100 and tables_each between 1 and 99`)
	]
);
