import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import {
	reportDraftFigures,
	reportDrafts,
	reportPublications,
	reports,
	reportWithdrawals
} from '../schema/reviews/reports';
import { snapshots } from '../schema/reviews/closings';
import { units } from '../schema/units/units';
import { aboveUnit } from '../units/scope';
import type { DraftFigure } from './report-drafts';

export const insertReport = (db: Database, row: typeof reports.$inferInsert): Statement =>
	db.insert(reports).values(row);

export const insertReportPublication = (db: Database, row: typeof reportPublications.$inferInsert): Statement =>
	db.insert(reportPublications).values(row);

export const insertReportWithdrawal = (db: Database, row: typeof reportWithdrawals.$inferInsert): Statement =>
	db.insert(reportWithdrawals).values(row);

const unitColumns = { id: units.id, name: units.name, nameEn: units.nameEn };

/** The last publication of a report. */
const lastPublication = sql<string>`(select p.id from report_publications p where p.report_id = ${reports.id} order by p.at desc, p.rowid desc limit 1)`;

/** What was made public of a report last, and when that was withdrawn, if it was. */
export interface Publication {
	id: string;
	draftId: string;
	at: number;
	snapshotNumber: number;
	withdrawnAt: number | null;
}

async function readReports(db: Database, where: SQL | undefined) {
	const rows = await db
		.select({
			report: reports,
			unit: unitColumns,
			published: reportPublications,
			snapshotNumber: snapshots.number,
			withdrawnAt: reportWithdrawals.at,
			drafts: sql<number>`(select count(*) from report_drafts d where d.report_id = ${reports.id})`,
			savedAt: sql<number>`(select max(d.at) from report_drafts d where d.report_id = ${reports.id})`
		})
		.from(reports)
		.innerJoin(units, eq(units.id, reports.unitId))
		.leftJoin(reportPublications, eq(reportPublications.id, lastPublication))
		.leftJoin(snapshots, eq(snapshots.id, reportPublications.snapshotId))
		.leftJoin(reportWithdrawals, eq(reportWithdrawals.publicationId, reportPublications.id))
		.where(where)
		.orderBy(desc(reports.year));
	return rows.map(({ published, snapshotNumber, withdrawnAt, ...row }) => {
		const publication: Publication | null = published && {
			id: published.id,
			draftId: published.draftId,
			at: published.at,
			snapshotNumber: snapshotNumber!,
			withdrawnAt
		};
		return { ...row, publication };
	});
}

/** The reviews of a unit and of those above it, the latest year first, with their last publication. */
export function listReports(db: Database, unitId: string) {
	return readReports(db, aboveUnit(reports.unitId, unitId));
}

export async function findReport(db: Database, id: string) {
	return (await readReports(db, eq(reports.id, id)))[0] ?? null;
}

/** A unit's review of a year; null when it has none. */
export async function findReportOf(db: Database, unitId: string, year: number) {
	return (await readReports(db, and(eq(reports.unitId, unitId), eq(reports.year, year))))[0] ?? null;
}

/** The years whose review of a unit is public now, the latest first. */
export async function listPublicYears(db: Database, unitId: string): Promise<number[]> {
	const rows = await db
		.select({ year: reports.year })
		.from(reports)
		.innerJoin(reportPublications, eq(reportPublications.id, lastPublication))
		.leftJoin(reportWithdrawals, eq(reportWithdrawals.publicationId, reportPublications.id))
		.where(and(eq(reports.unitId, unitId), isNull(reportWithdrawals.at)))
		.orderBy(desc(reports.year));
	return rows.map(({ year }) => year);
}

/** The reviews that are public now, with the draft they print and its figures. */
export async function listPublished(db: Database) {
	const rows = await db
		.select({
			year: reports.year,
			unitId: reports.unitId,
			number: reportDrafts.number,
			draftId: reportDrafts.id,
			body: reportDrafts.body,
			snapshotId: reportPublications.snapshotId
		})
		.from(reports)
		.innerJoin(reportPublications, eq(reportPublications.id, lastPublication))
		.innerJoin(reportDrafts, eq(reportDrafts.id, reportPublications.draftId))
		.leftJoin(reportWithdrawals, eq(reportWithdrawals.publicationId, reportPublications.id))
		.where(isNull(reportWithdrawals.at))
		.orderBy(asc(reports.year));
	const figures = rows.length
		? await db
				.select()
				.from(reportDraftFigures)
				.where(
					inArray(
						reportDraftFigures.draftId,
						rows.map(({ draftId }) => draftId)
					)
				)
		: [];
	return rows.map((row) => ({
		...row,
		figures: figures.filter(({ draftId }) => draftId === row.draftId) as (DraftFigure & { draftId: string })[]
	}));
}
