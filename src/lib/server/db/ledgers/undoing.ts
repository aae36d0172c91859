import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { ImportedRecord } from '$lib/domain/ledgers/ledgers';
import type { Database } from '../client';
import { importRecords } from '../schema/ledgers/imports';
import type { Statement } from '../statement';
import { hasReached, type Slice } from './import-progress';
import { recordsOf, type WorkedOn } from './imported-records';

/** A slice of an import that is undone: of which records, why, when and by whom. */
export interface Undo {
	slice: Slice;
	reason: string;
	at: number;
	byId: string | null;
	/** Selects the ids, as `record_id`, of the records that go. */
	ids: SQL;
}

/** Whether an id is within a slice, which ends with a record's. */
export const isInIds = (id: SQL, { after, to }: Slice): SQL =>
	to === null ? sql`${id} > ${after}` : sql`${id} > ${after} and ${id} <= ${to}`;

/** Which records, `i`, are undone with a slice. */
export type InSlice = (slice: Slice) => SQL;

/** Those of one type whose ids are in the slice. */
export const ofType =
	(recordType: ImportedRecord): InSlice =>
	(slice) =>
		sql`i.record_type = ${recordType} and ${isInIds(sql`i.record_id`, slice)}`;

/** How the records of a ledger are undone. */
export interface Undoing {
	inSlice: InSlice;
	workedOn: WorkedOn;
}

/** The ids, as `record_id`, of the records of a slice that were not worked on since. */
export const untouched = (slice: Slice, { inSlice, workedOn }: Undoing): SQL =>
	sql`select i.record_id from ${recordsOf(slice.importId)} and (${inSlice(slice)}) and not (${workedOn})`;

/** The same at the moment of the write, where the slice is still to be undone. */
export const untouchedNow = (slice: Slice, undoing: Undoing): SQL =>
	sql`${untouched(slice, undoing)} and ${hasReached(slice)}`;

/** Counts what an undo takes out with a slice, and what it keeps. It is asked before the slice is undone. */
export const countUndone = (db: Database, slice: Slice, { inSlice, workedOn }: Undoing): Statement =>
	db.run(sql`update import_undos set removed = removed + c.gone, kept = kept + c.stays
		from (select coalesce(sum(not (${workedOn})), 0) as gone, coalesce(sum(${workedOn}), 0) as stays
			from ${recordsOf(slice.importId)} and (${inSlice(slice)})) c
		where import_id = ${slice.importId} and ${hasReached(slice)}`);

/** Counts the record of a slice as kept, for a rule does not let it go. */
export const countKept = (db: Database, slice: Slice): Statement =>
	db.run(sql`update import_undos set kept = kept + 1 where import_id = ${slice.importId} and ${hasReached(slice)}`);

const isAfter = (recordType: ImportedRecord, importId: string, after: string) =>
	and(
		eq(importRecords.importId, importId),
		eq(importRecords.recordType, recordType),
		gt(importRecords.recordId, after)
	);

/** How many records of one type an import has, and how many of them come after `after`. */
export async function countRecords(
	db: Database,
	recordType: ImportedRecord,
	{ importId, after }: { importId: string; after: string }
): Promise<{ left: number; all: number }> {
	const [left, all] = await Promise.all(
		[after, ''].map((from) => db.$count(importRecords, isAfter(recordType, importId, from)))
	);
	return { left: left!, all: all! };
}

/** The ids of records of one type after `after`, at most `most`. */
export async function listRecordIds(
	db: Database,
	recordType: ImportedRecord,
	{ importId, after, most }: { importId: string; after: string; most: number }
): Promise<string[]> {
	const rows = await db
		.select({ id: importRecords.recordId })
		.from(importRecords)
		.where(isAfter(recordType, importId, after))
		.orderBy(asc(importRecords.recordId))
		.limit(most);
	return rows.map(({ id }) => id);
}
