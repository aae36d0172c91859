import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { calendars } from '../../../../domain/birthdays/elder';
import { likenesses, readings, rowDecisions, rowMarks, rowStates } from '../../../../domain/ledgers/import';
import type { SheetAccount } from '../../../../domain/ledgers/sheets/sheet-account';
import { skips } from '../../../../domain/ledgers/import';
import type { CellFault } from '../../../../domain/ledgers/row-faults';
import { importedRecords, ledgers, type LedgerColumn } from '../../../../domain/ledgers/ledgers';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { units } from '../units/units';

/** A ledger file that a cadre uploaded. Until it is committed nothing of it is in any list or figure. */
export const imports = sqliteTable(
	'imports',
	{
		id: idColumn(),
		ledger: text('ledger', { enum: ledgers }).notNull(),
		/** The unit of the cadre who uploaded it: its rows are of that unit and those below it. */
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		fileNameSealed: text('file_name_sealed').notNull(),
		/** SHA-256: the same file again says so. */
		fileHash: text('file_hash').notNull(),
		/** JSON: every sheet of the file, read or not, with its lines. */
		sheets: text('sheets', { mode: 'json' })
			.$type<SheetAccount[]>()
			.notNull()
			.default(sql`'[]'`),
		headings: text('headings', { mode: 'json' }).$type<string[]>().notNull(),
		/** For each heading which column it is; null: left out. */
		columns: text('columns', { mode: 'json' }).$type<(LedgerColumn | null)[]>().notNull(),
		/** Headings that were left out at once, with all cells below them. */
		dropped: text('dropped', { mode: 'json' }).$type<string[]>().notNull(),
		/** The year of dates that name none. */
		year: integer('year'),
		/** The village of rows that name none. */
		villageId: text('village_id').references(() => units.id),
		/** How birth dates are taken that do not say it. */
		calendar: text('calendar', { enum: calendars }),
		is1904: integer('is_1904', { mode: 'boolean' }).notNull(),
		/** All rows were compared with what was recorded up to this act (its row in the audit trail), or later. Null in old drafts. */
		comparedAct: integer('compared_act'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('imports_unit').on(table.unitId, table.at),
		index('imports_hash').on(table.fileHash),
		check('imports_ledger', oneOf('ledger', ledgers))
	]
);

const importId = () =>
	text('import_id')
		.notNull()
		.references(() => imports.id);

/**
 * A line of the file: its texts, sealed, and what it becomes. The texts are erased when the import is committed or
 * dropped.
 */
export const importRows = sqliteTable(
	'import_rows',
	{
		importId: importId(),
		/** Its line in the file, from 1. */
		nth: integer('nth').notNull(),
		/** The id its record will have. */
		recordId: text('record_id').notNull(),
		/** JSON: the cells of the file, those with their text from a merged cell above, and corrections, by column. */
		textSealed: text('text_sealed').notNull(),
		isMended: integer('is_mended', { mode: 'boolean' }).notNull().default(false),
		skip: text('skip', { enum: skips }),
		reading: text('reading', { enum: readings }).notNull(),
		/**
		 * Grows with every change of what the row is read from, so that an older reading does not overwrite a newer
		 * one.
		 */
		revision: integer('revision').notNull().default(0),
		faults: text('faults', { mode: 'json' })
			.$type<CellFault[]>()
			.notNull()
			.default(sql`'[]'`),
		/** JSON of the record's columns, personal ones sealed; null while it cannot be read. */
		record: text('record'),
		/** What makes two rows the same (blind index), and what makes them alike when their days are near. */
		sameKey: text('same_key'),
		likeKey: text('like_key'),
		/** What makes two rows alike on the same day, beside `likeKey`, such as a telephone. */
		alsoKey: text('also_key'),
		dayOn: text('day_on'),
		likeness: text('likeness', { enum: likenesses }),
		/** The number of the earlier line of the file that it is like. */
		likeNth: integer('like_nth'),
		/** How it is like a record, and the record's id. */
		recordLikeness: text('record_likeness', { enum: likenesses }),
		likeRecordId: text('like_record_id'),
		decision: text('decision', { enum: rowDecisions }),
		/** What it was like when it was taken: [like_nth, like_record_id]. Like anything else, it is asked about again. */
		takenAs: text('taken_as'),
		/** The file hides the row or strikes it through. */
		mark: text('mark', { enum: rowMarks }),
		state: text('state', { enum: rowStates })
			.notNull()
			.generatedAlwaysAs(
				sql`case when reading = 'skipped' then 'skipped' when decision = 'leave' then 'left-out' when reading <> 'fine' then reading
				when coalesce(likeness, record_likeness) is null then 'new'
				when decision is null or taken_as is not json_array(like_nth, like_record_id) then 'doubtful'
				when likeness = 'same' or record_likeness = 'same' then 'wrong' else 'new' end`,
				{ mode: 'virtual' }
			)
	},
	(table) => [
		primaryKey({ columns: [table.importId, table.nth] }),
		uniqueIndex('import_rows_record').on(table.recordId),
		index('import_rows_state').on(table.importId, table.state, table.nth),
		check('import_rows_reading', oneOf('reading', readings)),
		check('import_rows_decision', sql`decision is null or ${oneOf('decision', rowDecisions)}`),
		check('import_rows_mark', sql`mark is null or ${oneOf('mark', rowMarks)}`),
		check('import_rows_likeness', sql`likeness is null or ${oneOf('likeness', likenesses)}`),
		check('import_rows_record_likeness', sql`record_likeness is null or ${oneOf('record_likeness', likenesses)}`),
		check('import_rows_fine', sql`(reading = 'fine') <= (record is not null or text_sealed = 'erased')`)
	]
);

/** All its new rows became records, in one write. */
export const importLandings = sqliteTable('import_landings', {
	importId: importId().primaryKey(),
	records: integer('records').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/** The draft was dropped, by hand or because its time was up: its texts are erased. */
export const importDrops = sqliteTable('import_drops', {
	importId: importId().primaryKey(),
	at: atColumn(),
	byId: byColumn()
});

/** Its records were taken out of every list and figure again, except those that were worked on since. */
export const importUndos = sqliteTable('import_undos', {
	importId: text('import_id')
		.primaryKey()
		.references(() => importLandings.importId),
	reason: text('reason').notNull(),
	removed: integer('removed').notNull(),
	kept: integer('kept').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/** Which record came with which import, and the note that the file has of it. */
export const importRecords = sqliteTable(
	'import_records',
	{
		importId: importId(),
		recordType: text('record_type', { enum: importedRecords }).notNull(),
		recordId: text('record_id').notNull(),
		/** What the file says of it in columns that the ledger has none for; null: nothing. */
		noteSealed: text('note_sealed')
	},
	(table) => [
		primaryKey({ columns: [table.importId, table.recordType, table.recordId] }),
		index('import_records_record').on(table.recordId),
		check('import_records_type', oneOf('record_type', importedRecords))
	]
);

/** An elder who was put on the roll by an import that was undone. */
export const elderRemovals = sqliteTable('elder_removals', {
	elderId: text('elder_id').primaryKey(),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/** A count of households that is no longer in force, with all its columns. */
export const householdCountRemovals = sqliteTable(
	'household_count_removals',
	{
		id: idColumn(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		fromOn: text('from_on').notNull(),
		households: integer('households').notNull(),
		recordedAt: integer('recorded_at').notNull(),
		recordedById: text('recorded_by_id'),
		reason: text('reason').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('household_count_removals_unit').on(table.unitId, table.fromOn)]
);

/** A dissuasion that came with an import that was undone, with all its columns; the banquet stays as it was. */
export const dissuasionRemovals = sqliteTable(
	'dissuasion_removals',
	{
		dissuasionId: text('dissuasion_id').primaryKey(),
		banquetId: text('banquet_id').notNull(),
		/** JSON of its columns, and of its confirmation if it had one. */
		record: text('record').notNull(),
		reason: text('reason').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('dissuasion_removals_banquet').on(table.banquetId)]
);

/** A word of the town for a value of a closed list, as a cadre explained it once: later files are read by it. */
export const ledgerWords = sqliteTable(
	'ledger_words',
	{
		/** The column of a ledger whose cells have the word. */
		columnName: text('column_name').$type<LedgerColumn>().notNull(),
		/** The bare word as a blind index, since a cell may hold anything; the word itself is sealed. */
		wordIndex: text('word_index').notNull(),
		wordSealed: text('word_sealed').notNull(),
		/** The value that it means. */
		value: text('value').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [primaryKey({ columns: [table.columnName, table.wordIndex] })]
);
