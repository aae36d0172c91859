import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { importProgress, importRefusals } from '../schema/ledgers/import-progress';
import { importLandings, imports, importUndos } from '../schema/ledgers/imports';
import type { Statement } from '../statement';

/** A part of an import that is committed or undone at once: what comes after `after`, up to and with `to`; null: to the end. */
export interface Slice {
	importId: string;
	after: string;
	to: string | null;
}

/** An import that is being committed or undone. */
export type Work = NonNullable<Awaited<ReturnType<typeof findWork>>>;

/** What is left to do with an import that was begun to be committed or undone; null: nothing. */
export async function findWork(db: Database, importId: string) {
	const rows = await db
		.select({ progress: importProgress, import: imports, landing: importLandings, undo: importUndos })
		.from(importProgress)
		.innerJoin(imports, eq(imports.id, importProgress.importId))
		.innerJoin(importLandings, eq(importLandings.importId, importProgress.importId))
		.leftJoin(importUndos, eq(importUndos.importId, importProgress.importId))
		.where(eq(importProgress.importId, importId));
	return rows[0] ?? null;
}

/** The ids of all imports that are being committed or undone. */
export async function listWork(db: Database): Promise<string[]> {
	const rows = await db.select({ id: importProgress.importId }).from(importProgress);
	return rows.map(({ id }) => id);
}

/** Begins the work on an import, which `actId` is to do. */
export const insertProgress = (db: Database, importId: string, actId: string, reached = ''): Statement =>
	db.insert(importProgress).values({ importId, actId, reached });

/** The work on an import has come to where a slice begins: of two processes that write the same slice one changes nothing. */
export const hasReached = ({ importId, after }: Slice): SQL =>
	sql`${after} = (select reached from import_progress where import_id = ${importId})`;

/** A slice is done; the last one ends the work. */
export const advance = (db: Database, { importId, after, to }: Slice): Statement => {
	const isHere = and(eq(importProgress.importId, importId), eq(importProgress.reached, after));
	if (to === null) return db.delete(importProgress).where(isHere);
	return db.update(importProgress).set({ reached: to }).where(isHere);
};

/** The line of a slice became no record, for it was refused. */
export const insertRefusal = (db: Database, slice: Slice, nth: number, refusal: string): Statement =>
	db.run(sql`insert into import_refusals (import_id, nth, refusal)
		select ${slice.importId}, ${nth}, ${refusal} where ${hasReached(slice)}`);

/** Lines that were refused, in the order of the file, at most `most`. */
export async function listRefusals(db: Database, importId: string, most: number) {
	return db
		.select({ nth: importRefusals.nth, refusal: importRefusals.refusal })
		.from(importRefusals)
		.where(eq(importRefusals.importId, importId))
		.orderBy(asc(importRefusals.nth))
		.limit(most);
}
