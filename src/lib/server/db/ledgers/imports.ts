import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { pageFrom, type Cursor } from '../keyset';
import { accounts } from '../schema/people/accounts';
import { importProgress } from '../schema/ledgers/import-progress';
import { importDrops, importLandings, imports, importUndos } from '../schema/ledgers/imports';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import type { Statement } from '../statement';

export type Import = typeof imports.$inferSelect;

/** The newest act, by its row in the audit trail. */
export const newestAct = sql<number>`(select max(rowid) from audit_entries)`;

export const insertImport = (db: Database, row: typeof imports.$inferInsert): Statement =>
	db.insert(imports).values({ ...row, comparedAct: newestAct });

const shown = {
	import: imports,
	unit: { id: units.id, name: units.name, nameEn: units.nameEn },
	by: { id: accounts.id, nameSealed: accounts.nameSealed },
	landing: importLandings,
	undo: importUndos,
	drop: importDrops,
	/** Null unless it is being committed or undone. */
	progress: importProgress,
	refused: sql<number>`(select count(*) from import_refusals where import_id = ${imports.id})`
};

const selectShown = (db: Database) =>
	db
		.select(shown)
		.from(imports)
		.innerJoin(units, eq(units.id, imports.unitId))
		.leftJoin(accounts, eq(accounts.id, imports.byId))
		.leftJoin(importLandings, eq(importLandings.importId, imports.id))
		.leftJoin(importUndos, eq(importUndos.importId, imports.id))
		.leftJoin(importDrops, eq(importDrops.importId, imports.id))
		.leftJoin(importProgress, eq(importProgress.importId, imports.id));
export type ShownImport = Awaited<ReturnType<typeof selectShown>>[number];

/** One import with its unit, who brought it, and what happened to it; null when there is none. */
export async function findImport(db: Database, id: string): Promise<ShownImport | null> {
	return (await selectShown(db).where(eq(imports.id, id)))[0] ?? null;
}

/** The imports of a unit and all below it, newest first, one page: each with its lines, and how many of them are unread. */
export async function listImports(db: Database, scope: string, cursor?: Cursor) {
	const page = pageFrom(cursor, { key: imports.at, id: imports.id, direction: 'descending' });
	const shown = page.take(
		await selectShown(db)
			.where(and(withinUnit(imports.unitId, scope), page.beyond))
			.orderBy(...page.orderBy)
			.limit(page.limit)
	);
	const lines = await countLines(
		db,
		shown.rows.map((row) => row.import.id)
	);
	return { ...shown, rows: shown.rows.map((row) => ({ ...row, ...(lines.get(row.import.id) ?? noLines) })) };
}

const noLines = { lines: 0, unread: 0 };

/** How many lines each of these imports has, and how many of them are unread. */
async function countLines(db: Database, ids: readonly string[]): Promise<Map<string, typeof noLines>> {
	const rows = await db.all<{ id: string } & typeof noLines>(
		sql`select import_id as id, count(*) as lines, sum(state = 'unread') as unread from import_rows
			where import_id in (select value from json_each(${JSON.stringify(ids)})) group by import_id`
	);
	return new Map(rows.map(({ id, ...counts }) => [id, counts]));
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

/** Whether something like the rows of a draft was recorded since they were compared with what is there. */
export async function isOutdated(db: Database, importId: string): Promise<boolean> {
	const rows = await db.all<{ found: number }>(
		sql`select exists (select 1 from outdated_imports where import_id = ${importId}) as found`
	);
	return rows[0]!.found === 1;
}

export const updateImport = (
	db: Database,
	id: string,
	change: Partial<Pick<Import, 'columns' | 'year' | 'villageId' | 'calendar'>>
): Statement => db.update(imports).set(change).where(eq(imports.id, id));

export const insertLanding = (db: Database, landing: typeof importLandings.$inferInsert): Statement =>
	db.insert(importLandings).values(landing);

export const insertDrop = (db: Database, drop: typeof importDrops.$inferInsert): Statement =>
	db.insert(importDrops).values(drop);

export const insertUndo = (db: Database, undo: typeof importUndos.$inferInsert): Statement =>
	db.insert(importUndos).values(undo);

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
