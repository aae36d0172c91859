import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { snapshots } from './closings';
import { atColumn, byColumn, idColumn } from '../columns';
import { units } from '../units/units';

/** 年度回眸: a town's review of a year. */
export const reports = sqliteTable(
	'reports',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		year: integer('year').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('reports_once').on(table.unitId, table.year),
		check('reports_year', sql`typeof(year) = 'integer' and year between 2000 and 2199`)
	]
);

/**
 * One saving of the text. Numbered from 1 without gaps; a writer saves only over a draft they have seen. Never
 * changed.
 */
export const reportDrafts = sqliteTable(
	'report_drafts',
	{
		id: idColumn(),
		reportId: text('report_id')
			.notNull()
			.references(() => reports.id),
		number: integer('number').notNull(),
		body: text('body').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [uniqueIndex('report_drafts_number').on(table.reportId, table.number)]
);

/** The figures a draft names, with their values when it was saved. */
export const reportDraftFigures = sqliteTable(
	'report_draft_figures',
	{
		draftId: text('draft_id')
			.notNull()
			.references(() => reportDrafts.id),
		/** An id of the registry (domain/figures/figure). No closed list here, for the registry grows without a migration. */
		figure: text('figure').notNull(),
		value: integer('value'),
		previous: integer('previous'),
		target: integer('target'),
		previousTarget: integer('previous_target')
	},
	(table) => [primaryKey({ columns: [table.draftId, table.figure] })]
);

/** A draft made public, with the snapshot its figures are those of. The last one counts, unless it was withdrawn. */
export const reportPublications = sqliteTable(
	'report_publications',
	{
		id: idColumn(),
		reportId: text('report_id')
			.notNull()
			.references(() => reports.id),
		draftId: text('draft_id')
			.notNull()
			.references(() => reportDrafts.id),
		snapshotId: text('snapshot_id')
			.notNull()
			.references(() => snapshots.id),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('report_publications_report').on(table.reportId, table.at)]
);

export const reportWithdrawals = sqliteTable('report_withdrawals', {
	publicationId: text('publication_id')
		.primaryKey()
		.references(() => reportPublications.id),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});
