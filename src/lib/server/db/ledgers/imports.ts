import { and, asc, desc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { nearDays, type RowDecision, type RowState } from '$lib/domain/ledgers/import';
import type { Ledger } from '$lib/domain/ledgers/ledger';
import type { CellFault } from '$lib/domain/ledgers/ledger-row';
import { erasedMark } from '$lib/domain/people/retention';
import type { Database } from '../client';
import { pageFrom, type Cursor } from '../keyset';
import { accounts } from '../schema/people/accounts';
import { importDrops, importLandings, importRows, imports, importUndos } from '../schema/ledgers/imports';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';

type Statement = BatchItem<'sqlite'>;
export type Import = typeof imports.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;

/** Rows in one statement: what is larger is slow to parse. */
const slice = 500;

export const insertImport = (db: Database, row: typeof imports.$inferInsert): Statement =>
	db.insert(imports).values(row);

export interface NewImportRow {
	nth: number;
	recordId: string;
	textSealed: string;
	skip: string | null;
}

/** The lines of a file, some hundreds a statement. */
export function insertImportRows(db: Database, importId: string, rows: readonly NewImportRow[]): Statement[] {
	return slicesOf(rows).map((some) =>
		db.run(sql`insert into import_rows (import_id, nth, record_id, text_sealed, skip, reading)
			select ${importId}, value ->> 'nth', value ->> 'recordId', value ->> 'textSealed', value ->> 'skip',
				case when value ->> 'skip' is null then 'unread' else 'skipped' end
			from json_each(${JSON.stringify(some)})`)
	);
}

function slicesOf<T>(rows: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(rows.length / slice) }, (_, nth) => rows.slice(nth * slice, (nth + 1) * slice));
}

const shown = {
	import: imports,
	unit: { id: units.id, name: units.name, nameEn: units.nameEn },
	by: { id: accounts.id, nameSealed: accounts.nameSealed },
	landing: importLandings,
	undo: importUndos,
	drop: importDrops,
	rows: sql<number>`(select count(*) from import_rows where import_id = ${imports.id})`,
	unread: sql<number>`(select count(*) from import_rows where import_id = ${imports.id} and state = 'unread')`
};

const selectShown = (db: Database) =>
	db
		.select(shown)
		.from(imports)
		.innerJoin(units, eq(units.id, imports.unitId))
		.leftJoin(accounts, eq(accounts.id, imports.byId))
		.leftJoin(importLandings, eq(importLandings.importId, imports.id))
		.leftJoin(importUndos, eq(importUndos.importId, imports.id))
		.leftJoin(importDrops, eq(importDrops.importId, imports.id));
export type ShownImport = Awaited<ReturnType<typeof selectShown>>[number];

/** One import with its unit, who brought it, and what happened to it; null when there is none. */
export async function findImport(db: Database, id: string): Promise<ShownImport | null> {
	return (await selectShown(db).where(eq(imports.id, id)))[0] ?? null;
}

/** The imports of a unit and all below it, newest first, one page. */
export async function listImports(db: Database, scope: string, cursor?: Cursor) {
	const page = pageFrom(cursor, { key: imports.at, id: imports.id, direction: 'descending' });
	return page.take(
		await selectShown(db)
			.where(and(withinUnit(imports.unitId, scope), page.beyond))
			.orderBy(...page.orderBy)
			.limit(page.limit)
	);
}

/** Imports of the same file (by its hash) within a unit that were neither dropped nor undone, newest first, but for `exceptId`. */
export async function listSameFile(db: Database, file: { hash: string; scope: string; exceptId: string }) {
	return db
		.select({ id: imports.id, at: imports.at, landedAt: importLandings.at })
		.from(imports)
		.leftJoin(importLandings, eq(importLandings.importId, imports.id))
		.leftJoin(importUndos, eq(importUndos.importId, imports.id))
		.leftJoin(importDrops, eq(importDrops.importId, imports.id))
		.where(
			and(
				eq(imports.fileHash, file.hash),
				sql`${imports.id} <> ${file.exceptId}`,
				withinUnit(imports.unitId, file.scope),
				isNull(importUndos.at),
				isNull(importDrops.at)
			)
		)
		.orderBy(desc(imports.at))
		.limit(3);
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

/** Rows of an import in these states after the line `after`, in the order of the file, at most `most`. */
export async function listRows(
	db: Database,
	importId: string,
	{ state, after = 0, most }: { state?: RowState; after?: number; most: number }
): Promise<ImportRow[]> {
	return db
		.select()
		.from(importRows)
		.where(
			and(eq(importRows.importId, importId), state ? eq(importRows.state, state) : undefined, gt(importRows.nth, after))
		)
		.orderBy(asc(importRows.nth))
		.limit(most);
}

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
	record: Record<string, unknown> | null;
	sameKey: string | null;
	likeKey: string | null;
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
				value ->> 'likeKey' as like_key, value ->> 'dayOn' as day_on, value ->> 'recordLikeness' as record_likeness,
				value ->> 'likeRecordId' as like_record_id from json_each(${JSON.stringify(results)}))
		update import_rows set
			reading = case when j.skip is not null then 'skipped' when j.record is null then 'wrong' else 'fine' end,
			skip = j.skip, faults = j.faults, record = j.record, same_key = j.same_key, like_key = j.like_key, day_on = j.day_on,
			record_likeness = j.record_likeness, like_record_id = j.like_record_id
		from j where ${amongLines(importId, results)} and import_rows.nth = j.nth and import_rows.revision = j.revision`);
}

const considered = (importId: string) =>
	sql`import_id = ${importId} and reading = 'fine' and coalesce(decision, '') <> 'leave'`;

/**
 * Finds which rows of a file are the same as an earlier one, and which are like one whose day is near. Rows that a
 * cadre left out are not compared. Each call compares all rows anew, so it sees every decision made in between.
 */
export function compareRows(db: Database, importId: string, ledger: Ledger): Statement[] {
	return [
		db.run(
			sql`update import_rows set likeness = null, like_nth = null where import_id = ${importId} and likeness is not null`
		),
		db.run(sql`update import_rows set likeness = 'same', like_nth = f.first_nth from (
				select nth, min(nth) over (partition by same_key) as first_nth from import_rows
				where ${considered(importId)} and same_key is not null) f
			where import_rows.import_id = ${importId} and import_rows.nth = f.nth and f.first_nth < f.nth`),
		db.run(sql`update import_rows set likeness = 'alike', like_nth = f.before_nth from (
				select nth, lag(nth) over near as before_nth, julianday(day_on) - julianday(lag(day_on) over near) as days from import_rows
				where ${considered(importId)} and like_key is not null and likeness is null
				window near as (partition by like_key order by day_on, nth)) f
			where import_rows.import_id = ${importId} and import_rows.nth = f.nth and f.before_nth is not null
				and f.days <= ${nearDays[ledger]}`)
	];
}

/** New texts for rows, which are then read again. */
export function updateTexts(
	db: Database,
	importId: string,
	rows: readonly { nth: number; textSealed: string }[]
): Statement[] {
	return slicesOf(rows).map((some) =>
		db.run(sql`with j as materialized (
				select value ->> 'nth' as nth, value ->> 'textSealed' as text_sealed from json_each(${JSON.stringify(some)}))
			update import_rows set text_sealed = j.text_sealed, is_mended = 1, ${unreadAgain}
			from j where ${amongLines(importId, some)} and import_rows.nth = j.nth`)
	);
}

/** Asks again about rows that are read anew, except those that were left out. */
const unreadAgain = sql`reading = 'unread', skip = null, revision = revision + 1, record = null, faults = '[]', same_key = null, like_key = null,
	record_likeness = null, like_record_id = null, likeness = null, like_nth = null, decision = nullif(decision, 'take')`;

/** Marks every row as unread, because columns or the file's year changed. Lines that are no rows stay as they are. */
export const updateAllUnread = (db: Database, importId: string): Statement =>
	db.run(
		sql`update import_rows set ${unreadAgain} where import_id = ${importId} and (reading <> 'skipped' or skip = 'empty')`
	);

export const updateImport = (
	db: Database,
	id: string,
	change: Partial<Pick<Import, 'columns' | 'year' | 'villageId' | 'calendar'>>
): Statement => db.update(imports).set(change).where(eq(imports.id, id));

/** Decides one row, or all in a state: take it or leave it out; null: to ask again. */
export function updateDecision(
	db: Database,
	importId: string,
	which: { nths: readonly number[] } | { state: RowState },
	decision: RowDecision | null
): Statement {
	const rows: SQL =
		'nths' in which
			? sql`nth in (select value from json_each(${JSON.stringify(which.nths)}))`
			: sql`state = ${which.state}`;
	return db.run(
		sql`update import_rows set decision = ${decision} where import_id = ${importId} and reading <> 'skipped' and ${rows}`
	);
}

export const insertLanding = (db: Database, landing: typeof importLandings.$inferInsert): Statement =>
	db.insert(importLandings).values(landing);

export const insertDrop = (db: Database, drop: typeof importDrops.$inferInsert): Statement =>
	db.insert(importDrops).values(drop);

export const insertUndo = (db: Database, undo: typeof importUndos.$inferInsert): Statement =>
	db.insert(importUndos).values(undo);

/** Erases the texts of an import; each line and its result stay. */
export const eraseTexts = (db: Database, importId: string): Statement =>
	db.run(sql`update import_rows set text_sealed = ${erasedMark}, record = null, same_key = null, like_key = null
		where import_id = ${importId}`);

/** Drafts uploaded before an instant (ms, UTC) that were neither committed nor dropped, at most `most`. */
export async function listOldDrafts(db: Database, before: number, most: number) {
	return db
		.select({ id: imports.id, unitId: imports.unitId })
		.from(imports)
		.leftJoin(importLandings, eq(importLandings.importId, imports.id))
		.leftJoin(importDrops, eq(importDrops.importId, imports.id))
		.where(and(sql`${imports.at} < ${before}`, isNull(importLandings.at), isNull(importDrops.at)))
		.limit(most);
}
