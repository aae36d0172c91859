import { yearBounds } from '$lib/domain/calendar/calendar';
import { changedFigures } from '$lib/domain/reviews/printed-report';
import { readReportText } from '$lib/domain/reviews/report-text';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findLatestSnapshot, listSnapshotFigures } from '$lib/server/db/reviews/snapshots';
import { findDraft, type DraftFigure } from '$lib/server/db/reviews/report-drafts';
import { findReport, insertReportPublication } from '$lib/server/db/reviews/reports';
import { findAnswer, recordAct, stampOf } from '../record-act';
import { mayAdminister } from '../people/rights';
import { readingsOfDraft, settledReadings } from './report-readings';

export interface PublishReportCommand {
	/** Of the publication and of the act. */
	id: string;
	reportId: string;
	/** The draft that was read before publishing. */
	draft: number;
}

export type PublishReportRefusal =
	'report-unknown' | 'not-your-unit' | 'report-not-closed' | 'report-figures-changed' | 'report-moved-on';

/**
 * Makes the last draft public, by an administrator of the town. What is public is settled first: the year is closed,
 * and the draft's figures are those of its latest snapshot. Refusals: the year is open; a figure differs; another
 * writer saved meanwhile.
 */
export async function publishReport(
	ctx: Context,
	{ id, reportId, draft: number }: PublishReportCommand
): Promise<Result<object, PublishReportRefusal>> {
	const answered = await findAnswer(ctx, { id, verb: 'publishReport', subjectId: reportId });
	if (answered) return answered;
	const found = await findReport(ctx.db, reportId);
	if (!found) return { ok: false, refusal: 'report-unknown' };
	const { unitId, year } = found.report;
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const [last, closed] = await Promise.all([
		findDraft(ctx.db, reportId),
		findLatestSnapshot(ctx.db, unitId, yearBounds(year))
	]);
	if (last?.draft.number !== number) return { ok: false, refusal: 'report-moved-on' };
	if (!closed) return { ok: false, refusal: 'report-not-closed' };
	if (!(await areSettled(ctx, last, closed.snapshot.id))) return { ok: false, refusal: 'report-figures-changed' };
	return recordAct(
		ctx,
		{
			id,
			verb: 'publishReport',
			subject: { type: 'report', id: reportId },
			unitId,
			detail: { year, draft: number, snapshot: closed.snapshot.number }
		},
		[
			insertReportPublication(ctx.db, {
				id,
				reportId,
				draftId: last.draft.id,
				snapshotId: closed.snapshot.id,
				...stampOf(ctx)
			})
		],
		{ 'refusal:report-not-closed': 'report-not-closed', 'refusal:report-moved-on': 'report-moved-on' } as const
	);
}

/** Whether a draft prints what the snapshot says; targets are no figures, and are taken as the draft has them. */
async function areSettled(
	ctx: Context,
	{ draft, figures }: { draft: { body: string }; figures: readonly DraftFigure[] },
	snapshotId: string
): Promise<boolean> {
	const before = readingsOfDraft(figures);
	const readings = settledReadings(before, await listSnapshotFigures(ctx.db, snapshotId));
	return changedFigures(readReportText(draft.body, await ctx.registry()), { readings, before }).length === 0;
}
