import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { occasions, origins, outcomes } from '../../../../domain/banquets/banquet';
import { unconfirmedReasons } from '../../../../domain/confirmation';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { pledges } from '../pledges/pledges';
import { units } from '../units/units';

/** 宴席, intended or held. Never guests' names or gift money. */
export const banquets = sqliteTable(
	'banquets',
	{
		id: idColumn(),
		/** The village or group of the host household. */
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		origin: text('origin', { enum: origins }).notNull(),
		occasion: text('occasion', { enum: occasions }).notNull(),
		hostNameSealed: text('host_name_sealed').notNull(),
		/** Null, with its index: the household has none, or the ledger on paper did not say. */
		hostPhoneSealed: text('host_phone_sealed'),
		hostPhoneIndex: text('host_phone_index'),
		/**
		 * Unit and name as one blind index, to find the same household without a telephone. Null where there is a
		 * telephone.
		 */
		hostNameIndex: text('host_name_index'),
		/**
		 * Of a second household that shares what the first is known by, as a cadre said: the blind index of its host's name. Empty
		 * for the first or only one.
		 */
		otherHouseholdIndex: text('other_household_index').notNull().default(''),
		/** With the host's phone, opens the household's own record. */
		code: text('code').notNull(),
		/** 报备 or found on this day. */
		declaredOn: text('declared_on').notNull(),
		plannedOn: text('planned_on').notNull(),
		meals: integer('meals').notNull(),
		/** Tables in all meals together. */
		tablesPlanned: integer('tables_planned').notNull(),
		/**
		 * Tables in all meals that staff vouches for: of its own record those it entered last, of a household's declaration those
		 * at its confirmation. Null: the household's word alone, which no figure counts.
		 */
		confirmedTables: integer('confirmed_tables'),
		/** Yuan; optional. */
		pricePerTable: integer('price_per_table'),
		venue: text('venue').notNull().default(''),
		caterer: text('caterer').notNull().default(''),
		isHygieneCertificateSeen: integer('is_hygiene_certificate_seen', { mode: 'boolean' }).notNull().default(false),
		pledgeId: text('pledge_id').references(() => pledges.id),
		/** Struck out; kept by the trigger on `banquet_removals` alone. */
		isRemoved: integer('is_removed', { mode: 'boolean' }).notNull().default(false),
		/** Outcome and day of `banquet_outcomes`, so that lists go by an index; kept by triggers alone. */
		listedOutcome: text('listed_outcome', { enum: outcomes }),
		listedEndedOn: text('listed_ended_on'),
		/** The year it is listed in (YYYY): of the day it ended, or while it has not, of the planned day. */
		listedYear: text('listed_year').generatedAlwaysAs(sql`substr(coalesce(listed_ended_on, planned_on), 1, 4)`, {
			mode: 'virtual'
		}),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('banquets_once')
			.on(table.hostPhoneIndex, table.occasion, table.plannedOn, table.otherHouseholdIndex)
			.where(sql`is_removed = 0`),
		uniqueIndex('banquets_once_by_name')
			.on(table.hostNameIndex, table.occasion, table.plannedOn, table.otherHouseholdIndex)
			.where(sql`is_removed = 0`),
		index('banquets_unit').on(table.unitId, table.plannedOn, table.id),
		index('banquets_declared').on(table.unitId, table.declaredOn),
		index('banquets_declared_on').on(table.declaredOn),
		index('banquets_planned').on(table.plannedOn, table.id),
		index('banquets_listed')
			.on(table.plannedOn, table.id, table.unitId, table.occasion, table.origin, table.listedOutcome)
			.where(sql`is_removed = 0`),
		index('banquets_listed_by_occasion')
			.on(table.occasion, table.plannedOn, table.id, table.unitId, table.listedOutcome)
			.where(sql`is_removed = 0`),
		index('banquets_listed_by_outcome')
			.on(table.listedOutcome, table.plannedOn, table.id, table.unitId, table.occasion, table.origin)
			.where(sql`is_removed = 0`),
		index('banquets_listed_by_year')
			.on(table.listedYear, table.plannedOn, table.id, table.unitId, table.occasion, table.listedOutcome)
			.where(sql`is_removed = 0`),
		index('banquets_unconfirmed')
			.on(table.declaredOn, table.id, table.unitId)
			.where(sql`confirmed_tables is null and is_removed = 0`),
		index('banquets_phone').on(table.hostPhoneIndex, table.code),
		check('banquets_origin', oneOf('origin', origins)),
		check('banquets_occasion', oneOf('occasion', occasions)),
		check('banquets_size', sql`meals between 1 and 30 and tables_planned between 1 and 999`)
	]
);

/** Struck out of the ledger, with its dissuasion, and out of every figure; the record itself stays readable. */
export const banquetRemovals = sqliteTable('banquet_removals', {
	banquetId: text('banquet_id')
		.primaryKey()
		.references(() => banquets.id),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/** A cadre found that a household's own declaration is true. From then on figures count it. */
export const banquetConfirmations = sqliteTable(
	'banquet_confirmations',
	{
		banquetId: text('banquet_id')
			.primaryKey()
			.references(() => banquets.id),
		/** Why it counts without a person's word; null: a cadre confirmed it. */
		reason: text('reason', { enum: unconfirmedReasons }),
		at: atColumn(),
		byId: byColumn()
	},
	() => [
		check('banquet_confirmations_why', sql`by_id is not null or reason is not null`),
		check('banquet_confirmations_reason', sql`reason is null or ${oneOf('reason', unconfirmedReasons)}`)
	]
);

export const banquetOutcomes = sqliteTable(
	'banquet_outcomes',
	{
		banquetId: text('banquet_id')
			.primaryKey()
			.references(() => banquets.id),
		outcome: text('outcome', { enum: outcomes }).notNull(),
		/** The day it was held, or the day it was called off. */
		endedOn: text('ended_on').notNull(),
		tablesHeld: integer('tables_held').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('banquet_outcomes_on').on(table.endedOn, table.outcome),
		check('banquet_outcomes_outcome', oneOf('outcome', outcomes)),
		check(
			'banquet_outcomes_tables',
			sql`case outcome when 'cancelled' then tables_held = 0 when 'family-meal' then tables_held >= 0 else tables_held > 0 end`
		)
	]
);
