import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { atColumn } from '../columns';

/** Who did what, when, on what. Append-only: triggers refuse every change. Never holds personal data in clear. */
export const auditEntries = sqliteTable(
	'audit_entries',
	{
		/** The client-made id of the act, so that the same act again is refused. */
		id: text('id').primaryKey(),
		at: atColumn(),
		actorKind: text('actor_kind', { enum: ['visitor', 'system', 'account'] }).notNull(),
		actorId: text('actor_id'),
		verb: text('verb').notNull(),
		subjectType: text('subject_type').notNull(),
		subjectId: text('subject_id').notNull(),
		unitId: text('unit_id'),
		detail: text('detail'),
		/** Why, in the words of the person who did it: of a correction, a removal. No personal data. */
		reason: text('reason'),
		/** What the form said that did it, as a keyed digest; null where no form did, and of acts from before it was kept. */
		formDigest: text('form_digest')
	},
	(table) => [
		index('audit_entries_subject').on(table.subjectType, table.subjectId),
		index('audit_entries_at').on(table.at, table.id),
		index('audit_entries_verb').on(table.verb, table.at, table.id),
		index('audit_entries_unit').on(table.unitId, table.at)
	]
);

/** What a correction replaced of personal values, sealed: shown beside the act, and erased with the record. */
export const formerValues = sqliteTable(
	'former_values',
	{
		/** The act that replaced them. */
		actId: text('act_id')
			.primaryKey()
			.references(() => auditEntries.id),
		subjectId: text('subject_id').notNull(),
		/** JSON object: field → value. */
		valuesSealed: text('values_sealed').notNull()
	},
	(table) => [index('former_values_subject').on(table.subjectId)]
);
