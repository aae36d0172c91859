import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { caseKinds, caseLevels } from '../../../../domain/cases/case';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { units } from '../units/units';

/** 事项台账: a dispute, a call or an incident that a village or the town received. */
export const cases = sqliteTable(
	'cases',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		kind: text('kind', { enum: caseKinds }).notNull(),
		/** Who handles it. */
		level: text('level', { enum: caseLevels }).notNull(),
		receivedOn: text('received_on').notNull(),
		/** By which day it is to be settled. */
		dueOn: text('due_on'),
		/** 事项: people write names and telephones here all the same, so it lies sealed. */
		matterSealed: text('matter_sealed').notNull(),
		/** Kept by the triggers on `case_settlements` alone. */
		settledOn: text('settled_on'),
		/** Kept by the trigger on `case_removals` alone. */
		isRemoved: integer('is_removed', { mode: 'boolean' }).notNull().default(false),
		/** The order of the list: open cases by the day they are due, then settled ones, the newest first. */
		listKey: text('list_key')
			.notNull()
			.generatedAlwaysAs(
				sql`case when settled_on is null then '0' || coalesce(due_on, '9999-12-31') else '1' || (99999999 - replace(received_on, '-', '')) end`,
				{ mode: 'virtual' }
			),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('cases_listed').on(table.isRemoved, table.listKey, table.id),
		index('cases_unit').on(table.unitId, table.isRemoved, table.listKey, table.id),
		index('cases_received').on(table.receivedOn, table.id),
		index('cases_unit_received').on(table.unitId, table.receivedOn),
		check('cases_kind', oneOf('kind', caseKinds)),
		check('cases_level', oneOf('level', caseLevels)),
		check('cases_received', sql`date(received_on) is received_on`),
		check('cases_due', sql`due_on is null or (date(due_on) is due_on and due_on >= received_on)`),
		check('cases_must_be_due', sql`kind = 'dispute' or due_on is not null`),
		check('cases_settled', sql`settled_on is null or (date(settled_on) is settled_on and settled_on >= received_on)`)
	]
);

/** A case was settled, once: on which day, how, and by whom that was written down. */
export const caseSettlements = sqliteTable('case_settlements', {
	caseId: text('case_id')
		.primaryKey()
		.references(() => cases.id),
	settledOn: text('settled_on').notNull(),
	/** 结果; '' lies sealed too. */
	resultSealed: text('result_sealed').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/** Struck out of the ledger, with who, when and why; the case itself stays readable. */
export const caseRemovals = sqliteTable('case_removals', {
	caseId: text('case_id')
		.primaryKey()
		.references(() => cases.id),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});
