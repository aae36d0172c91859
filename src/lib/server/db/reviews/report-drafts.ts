import { and, desc, eq } from 'drizzle-orm';
import type { FigureId } from '$lib/domain/figures/figure';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { reportDraftFigures, reportDrafts } from '../schema/reviews/reports';

export type DraftFigure = Omit<typeof reportDraftFigures.$inferSelect, 'figure' | 'draftId'> & { figure: FigureId };

export const insertReportDraft = (db: Database, row: typeof reportDrafts.$inferInsert): Statement =>
	db.insert(reportDrafts).values(row);

/** Not for an empty list. */
export const insertDraftFigures = (db: Database, rows: (typeof reportDraftFigures.$inferInsert)[]): Statement =>
	db.insert(reportDraftFigures).values(rows);

/** The drafts of a report without their texts, the latest first, with who saved them (name sealed). */
export async function listDrafts(db: Database, reportId: string) {
	return db
		.select({
			id: reportDrafts.id,
			number: reportDrafts.number,
			at: reportDrafts.at,
			by: { id: accounts.id, nameSealed: accounts.nameSealed }
		})
		.from(reportDrafts)
		.leftJoin(accounts, eq(accounts.id, reportDrafts.byId))
		.where(eq(reportDrafts.reportId, reportId))
		.orderBy(desc(reportDrafts.number));
}

/** One draft with the figures as they were when it was saved; the latest without a number. Null when there is none. */
export async function findDraft(db: Database, reportId: string, number?: number) {
	const rows = await db
		.select()
		.from(reportDrafts)
		.where(and(eq(reportDrafts.reportId, reportId), number === undefined ? undefined : eq(reportDrafts.number, number)))
		.orderBy(desc(reportDrafts.number))
		.limit(1);
	return rows[0] ? { draft: rows[0], figures: await listDraftFigures(db, rows[0].id) } : null;
}

/** The same by the draft's own id. */
export async function getDraft(db: Database, id: string) {
	const rows = await db.select().from(reportDrafts).where(eq(reportDrafts.id, id));
	if (!rows[0]) throw new Error(`there is no draft ${id}`);
	return { draft: rows[0], figures: await listDraftFigures(db, id) };
}

async function listDraftFigures(db: Database, draftId: string): Promise<DraftFigure[]> {
	const rows = await db.select().from(reportDraftFigures).where(eq(reportDraftFigures.draftId, draftId));
	return rows as DraftFigure[];
}
