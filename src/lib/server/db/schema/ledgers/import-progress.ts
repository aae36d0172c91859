import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { imports } from './imports';

const importId = () =>
	text('import_id')
		.notNull()
		.references(() => imports.id);

/** How far an import is that is being committed, or undone, slice by slice. The last slice deletes it. */
export const importProgress = sqliteTable('import_progress', {
	importId: importId().primaryKey(),
	/** The act in the audit trail that all slices belong to. */
	actId: text('act_id').notNull(),
	/** The last line that was committed, or the last record that was undone; '' before the first slice. */
	reached: text('reached').notNull()
});

/** A line that was to become a record, and that a rule or another record refused by the time its slice came. */
export const importRefusals = sqliteTable(
	'import_refusals',
	{
		importId: importId(),
		nth: integer('nth').notNull(),
		/** The code of the refusal. */
		refusal: text('refusal').notNull()
	},
	(table) => [primaryKey({ columns: [table.importId, table.nth] })]
);
