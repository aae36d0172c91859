import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { unconfirmedReasons } from '../../../../domain/confirmation';
import { audiences } from '../../../../domain/pledges/pledge';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { units } from '../units/units';

/** 承诺书: a numbered version of the text; a separate one for party members and cadres. Never changed once issued. */
export const pledgeTexts = sqliteTable(
	'pledge_texts',
	{
		id: idColumn(),
		audience: text('audience', { enum: audiences }).notNull(),
		number: integer('number').notNull(),
		title: text('title').notNull(),
		body: text('body').notNull(),
		effectiveOn: text('effective_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('pledge_texts_number').on(table.audience, table.number),
		check('pledge_texts_audience', oneOf('audience', audiences)),
		check('pledge_texts_number_positive', sql`number > 0`)
	]
);

export const pledges = sqliteTable(
	'pledges',
	{
		id: idColumn(),
		textId: text('text_id')
			.notNull()
			.references(() => pledgeTexts.id),
		/** The text's audience, so that one household has one pledge of a kind in force. */
		audience: text('audience', { enum: audiences }).notNull(),
		villageId: text('village_id')
			.notNull()
			.references(() => units.id),
		nameSealed: text('name_sealed').notNull(),
		phoneSealed: text('phone_sealed').notNull(),
		phoneIndex: text('phone_index').notNull(),
		code: text('code').notNull(),
		signedOn: text('signed_on').notNull(),
		/** Signed on paper and recorded by a cadre. */
		isOnPaper: integer('is_on_paper', { mode: 'boolean' }).notNull().default(false),
		/** On paper, or confirmed by a cadre since: only then it counts. Kept by the trigger on `pledge_confirmations`. */
		isConfirmed: integer('is_confirmed', { mode: 'boolean' }).notNull().default(false),
		/** Kept by the trigger on `pledge_withdrawals` alone. */
		isWithdrawn: integer('is_withdrawn', { mode: 'boolean' }).notNull().default(false),
		/** The text of the last renewal; null before the first. Kept by the triggers on `pledge_renewals` alone. */
		renewedTextId: text('renewed_text_id'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('pledges_one_in_force')
			.on(table.phoneIndex, table.audience)
			.where(sql`is_withdrawn = 0`),
		index('pledges_village').on(table.villageId, table.signedOn, table.id),
		index('pledges_signed').on(table.audience, table.signedOn),
		index('pledges_listed').on(
			table.signedOn,
			table.id,
			table.audience,
			table.isWithdrawn,
			table.renewedTextId,
			table.textId
		),
		index('pledges_unconfirmed')
			.on(table.signedOn, table.id, table.villageId)
			.where(sql`is_confirmed = 0 and is_withdrawn = 0`),
		index('pledges_phone').on(table.phoneIndex, table.code)
	]
);

/** How many pledges a village has under each text, by the text in force for each; kept by triggers on `pledges` alone. */
export const pledgeCounts = sqliteTable(
	'pledge_counts',
	{
		villageId: text('village_id')
			.notNull()
			.references(() => units.id),
		audience: text('audience', { enum: audiences }).notNull(),
		textId: text('text_id')
			.notNull()
			.references(() => pledgeTexts.id),
		inForce: integer('in_force').notNull(),
		withdrawn: integer('withdrawn').notNull()
	},
	(table) => [primaryKey({ columns: [table.villageId, table.audience, table.textId] })]
);

/** A cadre found that a pledge signed online is a household's of the village. From then on figures count it. */
export const pledgeConfirmations = sqliteTable(
	'pledge_confirmations',
	{
		pledgeId: text('pledge_id')
			.primaryKey()
			.references(() => pledges.id),
		/** Why it counts without a person's word; null: a cadre confirmed it. */
		reason: text('reason', { enum: unconfirmedReasons }),
		at: atColumn(),
		byId: byColumn()
	},
	() => [
		check('pledge_confirmations_why', sql`by_id is not null or reason is not null`),
		check('pledge_confirmations_reason', sql`reason is null or ${oneOf('reason', unconfirmedReasons)}`)
	]
);

export const pledgeWithdrawals = sqliteTable(
	'pledge_withdrawals',
	{
		pledgeId: text('pledge_id')
			.primaryKey()
			.references(() => pledges.id),
		withdrawnOn: text('withdrawn_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('pledge_withdrawals_on').on(table.withdrawnOn)]
);

/** A pledge taken over to a later version of its text: the household agreed again. Until then it is in force under the one it signed. */
export const pledgeRenewals = sqliteTable(
	'pledge_renewals',
	{
		id: idColumn(),
		pledgeId: text('pledge_id')
			.notNull()
			.references(() => pledges.id),
		textId: text('text_id')
			.notNull()
			.references(() => pledgeTexts.id),
		renewedOn: text('renewed_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [uniqueIndex('pledge_renewals_once').on(table.pledgeId, table.textId)]
);
