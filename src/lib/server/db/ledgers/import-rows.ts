import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import { inParts } from '$lib/domain/in-parts';
import type { RowMark, RowState } from '$lib/domain/ledgers/import';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import { erasedMark } from '$lib/domain/people/retention';
import type { Database } from '../client';
import { importRows } from '../schema/ledgers/imports';
import type { Statement } from '../statement';
import { hasReached, type Slice } from './import-progress';
import { newestAct } from './imports';
import { isInLines } from './landing';

export type ImportRow = typeof importRows.$inferSelect;

/** Rows in one statement: what is larger is slow to parse. */
const slice = 500;

export interface NewImportRow {
	nth: number;
	recordId: string;
	textSealed: string;
	skip: string | null;
	/** A row that the file sets aside is left out until a cadre takes it. */
	mark: RowMark | null;
}

/** The lines of a file, some hundreds a statement. */
export function insertImportRows(db: Database, importId: string, rows: readonly NewImportRow[]): Statement[] {
	return inParts(rows, slice).map((some) =>
		db.run(sql`insert into import_rows (import_id, nth, record_id, text_sealed, skip, mark, decision, reading)
			select ${importId}, value ->> 'nth', value ->> 'recordId', value ->> 'textSealed', value ->> 'skip', value ->> 'mark',
				case when value ->> 'mark' is not null then 'leave' end,
				case when value ->> 'skip' is null then 'unread' else 'skipped' end
			from json_each(${JSON.stringify(some)})`)
	);
}

/** How many rows of an import are in each state. */
export async function countRows(db: Database, importId: string): Promise<Partial<Record<RowState, number>>> {
	const counted = await db
		.select({ state: importRows.state, count: sql<number>`count(*)` })
		.from(importRows)
		.where(eq(importRows.importId, importId))
		.groupBy(importRows.state);
	return Object.fromEntries(counted.map(({ state, count }) => [state, count]));
}

/**
 * Rows of an import in a state after the line `after`, in the order of the file, at most `most`. `isAskedAbove: false`: without those of which
 * nothing is asked but whether a blank cell is the same as above.
 */
export async function listRows(
	db: Database,
	importId: string,
	{ state, isAskedAbove, after = 0, most }: { state?: RowState; isAskedAbove?: false; after?: number; most: number }
): Promise<ImportRow[]> {
	return db
		.select()
		.from(importRows)
		.where(
			and(
				eq(importRows.importId, importId),
				state ? eq(importRows.state, state) : undefined,
				isAskedAbove === false ? hasOtherFaults : undefined,
				gt(importRows.nth, after)
			)
		)
		.orderBy(asc(importRows.nth))
		.limit(most);
}

/** Of a wrong row: something besides blank cells, which are asked about by themselves. */
export const hasOtherFaults = sql`(reading = 'fine' or exists (select 1 from json_each(faults) where value ->> 'fault' <> 'same-as-above'))`;

/** These lines of an import, whichever there are. */
export async function listRowsAt(db: Database, importId: string, nths: readonly number[]): Promise<ImportRow[]> {
	return db
		.select()
		.from(importRows)
		.where(
			and(
				eq(importRows.importId, importId),
				sql`${importRows.nth} in (select value from json_each(${JSON.stringify(nths)}))`
			)
		)
		.orderBy(asc(importRows.nth));
}

/** What a row becomes, as it was read. */
export interface RowReadingResult {
	nth: number;
	revision: number;
	skip: 'empty' | null;
	faults: CellFault[];
	/** What the draft keeps of the record; landing reads it (`fieldOf`). */
	record: object | null;
	sameKey: string | null;
	likeKey: string | null;
	alsoKey?: string | null;
	dayOn: string | null;
	recordLikeness: 'same' | 'alike' | null;
	likeRecordId: string | null;
}

/**
 * The rows between the first and the last of these lines: without bounds every row of the file would be compared with
 * each of them.
 */
function amongLines(importId: string, lines: readonly { nth: number }[]): SQL {
	const nths = lines.map(({ nth }) => nth);
	return sql`import_rows.import_id = ${importId} and import_rows.nth between ${Math.min(...nths)} and ${Math.max(...nths)}`;
}

/** Keeps what rows become, but not where their texts have changed meanwhile. */
export function updateReadings(db: Database, importId: string, results: readonly RowReadingResult[]): Statement {
	return db.run(sql`with j as materialized (
			select value ->> 'nth' as nth, value ->> 'revision' as revision, value ->> 'skip' as skip, value -> 'faults' as faults,
				case when value ->> 'record' is null then null else value -> 'record' end as record, value ->> 'sameKey' as same_key,
				value ->> 'likeKey' as like_key, value ->> 'alsoKey' as also_key, value ->> 'dayOn' as day_on, value ->> 'recordLikeness' as record_likeness,
				value ->> 'likeRecordId' as like_record_id from json_each(${JSON.stringify(results)}))
		update import_rows set
			reading = case when j.skip is not null then 'skipped' when j.record is null then 'wrong' else 'fine' end,
			skip = j.skip, faults = j.faults, record = j.record, same_key = j.same_key, like_key = j.like_key, also_key = j.also_key, day_on = j.day_on,
			record_likeness = j.record_likeness, like_record_id = j.like_record_id
		from j where ${amongLines(importId, results)} and import_rows.nth = j.nth and import_rows.revision = j.revision`);
}

/** New texts for rows, which are then read again. */
export function updateTexts(
	db: Database,
	importId: string,
	rows: readonly { nth: number; textSealed: string }[]
): Statement[] {
	return inParts(rows, slice).map((some) =>
		db.run(sql`with j as materialized (
				select value ->> 'nth' as nth, value ->> 'textSealed' as text_sealed from json_each(${JSON.stringify(some)}))
			update import_rows set text_sealed = j.text_sealed, is_mended = 1, ${unreadAgain}
			from j where ${amongLines(importId, some)} and import_rows.nth = j.nth`)
	);
}

const unread = sql`reading = 'unread', skip = null, revision = revision + 1, record = null, faults = '[]', same_key = null, like_key = null,
	also_key = null, record_likeness = null, like_record_id = null, likeness = null, like_nth = null`;

/** Asks again about rows whose texts have changed, except those that were left out. */
const unreadAgain = sql`${unread}, decision = nullif(decision, 'take')`;

/** Marks the rows that are wrong, and not left out, as unread: what they say may be right by now. */
export const updateWrongUnread = (db: Database, importId: string): Statement =>
	db.run(sql`update import_rows set ${unread} where import_id = ${importId} and state = 'wrong'`);

/** Marks a row as wrong that was read as fine. */
export const updateRefused = (db: Database, importId: string, nth: number, fault: CellFault): Statement =>
	db.run(sql`update import_rows set reading = 'wrong', record = null, faults = ${JSON.stringify([fault])}
		where import_id = ${importId} and nth = ${nth} and reading = 'fine'`);

/**
 * Marks every row as unread, because columns or the file's year changed, or records did. Lines that are no rows stay as they are, and so do
 * decisions: a row that was taken is asked about again if it is like something else by then.
 */
export const updateAllUnread = (db: Database, importId: string): [Statement, Statement] => [
	db.run(
		sql`update import_rows set ${unread} where import_id = ${importId} and (reading <> 'skipped' or skip = 'empty')`
	),
	db.run(sql`update imports set compared_act = ${newestAct} where id = ${importId}`)
];

const erased = sql`text_sealed = ${erasedMark}, record = null, same_key = null, like_key = null, also_key = null`;

/** Erases the texts of an import; each line and its result stay. A reading that still goes on is refused by a rule. */
export const eraseTexts = (db: Database, importId: string): Statement =>
	db.run(sql`update import_rows set ${erased} where import_id = ${importId}`);

/** The same for the lines of a slice. */
export const eraseTextsOf = (db: Database, slice: Slice): Statement =>
	db.run(sql`update import_rows set ${erased}
		where import_id = ${slice.importId} and ${isInLines(sql`nth`, slice)} and ${hasReached(slice)}`);

const isNewAfter = (importId: string, after: number) =>
	and(eq(importRows.importId, importId), eq(importRows.state, 'new'), gt(importRows.nth, after));

/** How many new rows there are after the line `after`. */
export const countNewLines = (db: Database, importId: string, after: number): Promise<number> =>
	db.$count(importRows, isNewAfter(importId, after));

/** The lines of new rows after the line `after`, at most `most`. */
export async function listNewLines(
	db: Database,
	importId: string,
	{ after, most }: { after: number; most: number }
): Promise<number[]> {
	const rows = await db
		.select({ nth: importRows.nth })
		.from(importRows)
		.where(isNewAfter(importId, after))
		.orderBy(asc(importRows.nth))
		.limit(most);
	return rows.map(({ nth }) => nth);
}
