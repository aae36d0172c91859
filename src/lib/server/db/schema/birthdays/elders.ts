import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { departureReasons, diets, mobilities, photoConsents, sexes } from '../../../../domain/birthdays/elder';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { units } from '../units/units';

/** 老人名册: what a group banquet needs to know, and nothing about health. */
export const elders = sqliteTable(
	'elders',
	{
		id: idColumn(),
		/** The village, or the group in it. */
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		nameSealed: text('name_sealed').notNull(),
		/** The birth date in the calendar it was given in (domain `writeBirth`). */
		birthSealed: text('birth_sealed').notNull(),
		/** Village, name and birth date as one blind index: the same person is on the roll once. */
		personIndex: text('person_index').notNull(),
		phoneSealed: text('phone_sealed'),
		relativePhoneSealed: text('relative_phone_sealed'),
		sex: text('sex', { enum: sexes }).notNull(),
		mobility: text('mobility', { enum: mobilities }).notNull(),
		needsTransport: integer('needs_transport', { mode: 'boolean' }).notNull().default(false),
		pickUpPoint: text('pick_up_point').notNull().default(''),
		diet: text('diet', { enum: diets }).notNull(),
		/** How many usually come along. */
		companions: integer('companions').notNull().default(0),
		photoConsent: text('photo_consent', { enum: photoConsents }).notNull(),
		/** Died, moved away or erased; kept by triggers alone. */
		isGone: integer('is_gone', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('elders_person').on(table.personIndex),
		index('elders_unit').on(table.unitId, table.isGone),
		index('elders_unerased')
			.on(table.id)
			.where(sql`is_gone = 1 and name_sealed <> 'erased'`),
		check('elders_sex', oneOf('sex', sexes)),
		check('elders_mobility', oneOf('mobility', mobilities)),
		check('elders_diet', oneOf('diet', diets)),
		check('elders_photo', oneOf('photo_consent', photoConsents)),
		check('elders_companions', sql`companions between 0 and 4`)
	]
);

/** Died or moved away: recorded once. From then on no list asks about the elder. */
export const elderDepartures = sqliteTable(
	'elder_departures',
	{
		id: idColumn(),
		elderId: text('elder_id')
			.notNull()
			.references(() => elders.id),
		reason: text('reason', { enum: departureReasons }).notNull(),
		departedOn: text('departed_on').notNull(),
		/** Kept by the trigger on `elder_departure_undos` alone. */
		isUndone: integer('is_undone', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('elder_departures_once')
			.on(table.elderId)
			.where(sql`is_undone = 0`),
		check('elder_departures_reason', oneOf('reason', departureReasons))
	]
);

/** Marked by mistake. */
export const elderDepartureUndos = sqliteTable('elder_departure_undos', {
	departureId: text('departure_id')
		.primaryKey()
		.references(() => elderDepartures.id),
	at: atColumn(),
	byId: byColumn()
});

/** The household asked for it, or the time is up: the personal data is erased, what was counted stays. */
export const elderErasures = sqliteTable('elder_erasures', {
	elderId: text('elder_id')
		.primaryKey()
		.references(() => elders.id),
	at: atColumn(),
	byId: byColumn()
});
