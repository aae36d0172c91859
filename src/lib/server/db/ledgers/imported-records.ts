import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { ImportedRecord } from '$lib/domain/ledgers/ledgers';
import type { Database } from '../client';
import { importRecords } from '../schema/ledgers/imports';
import type { Statement } from '../statement';
import type { Slice } from './import-progress';
import { constant, fieldOf, insertFrom, newRows } from './landing';

/**
 * Whether a record, `i`, was worked on since its import, `l`: the audit trail has an act on it (an import leaves none on
 * its single records), or another table refers to it, such as an invitation.
 */
export type WorkedOn = SQL;

/** Where the id of a row's record, `r`, is read from. */
export type RecordId = SQL<string>;

/** An act on a record of its own. */
export const hasOwnAct = (subjectType: string): WorkedOn =>
	sql`exists (select 1 from audit_entries a where a.subject_type = ${subjectType} and a.subject_id = i.record_id)`;

/** Each record of the rows `from` knows the import it came with, and the note that the file has of it. */
export const insertImportRecords = (
	db: Database,
	slice: Slice,
	{ recordType, recordId }: { recordType: ImportedRecord; recordId: RecordId },
	from = newRows(slice)
): Statement =>
	insertFrom(
		db,
		importRecords,
		{
			importId: constant(slice.importId),
			recordType: constant(recordType),
			recordId,
			noteSealed: fieldOf<{ noteSealed: string | null }>()('noteSealed')
		},
		from
	);

/** The note that a file had of a record, sealed; null: none. */
export async function findNote(db: Database, recordId: string): Promise<string | null> {
	const rows = await db
		.select({ noteSealed: importRecords.noteSealed })
		.from(importRecords)
		.where(and(eq(importRecords.recordId, recordId), isNotNull(importRecords.noteSealed)))
		.limit(1);
	return rows[0]?.noteSealed ?? null;
}

/** The records of an import, `i`, with its landing, `l`; more conditions may follow. */
export const recordsOf = (importId: string) =>
	sql`import_records i join import_landings l on l.import_id = i.import_id where i.import_id = ${importId}`;

/** How many records of an import were worked on since, or were taken out already; and how many others there are. */
export async function countWorkedOn(
	db: Database,
	importId: string,
	workedOn: WorkedOn
): Promise<{ workedOn: number; untouched: number }> {
	const rows = await db.all<{ worked: number; records: number }>(
		sql`select count(*) as records, coalesce(sum(${workedOn}), 0) as worked from ${recordsOf(importId)}`
	);
	const { worked, records } = rows[0]!;
	return { workedOn: worked, untouched: records - worked };
}

/** Records of an import that were worked on since, at most `most`: their ids, to look at. */
export async function listWorkedOn(db: Database, importId: string, workedOn: WorkedOn, most: number) {
	return db.all<{ recordType: ImportedRecord; recordId: string }>(
		sql`select i.record_type as recordType, i.record_id as recordId from ${recordsOf(importId)} and (${workedOn}) limit ${most}`
	);
}
