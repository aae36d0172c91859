import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findReport, insertReportWithdrawal } from '$lib/server/db/reviews/reports';
import { findAnswer, recordAct, stampOf } from '../record-act';
import { mayAdminister } from '../people/rights';

export interface WithdrawReportCommand {
	/** The act's own id. */
	id: string;
	reportId: string;
	reason: string;
}

/**
 * Takes a published review back, by an administrator of the town; the reason is kept. The drafts stay, and a later one
 * can be published.
 */
export async function withdrawReport(
	ctx: Context,
	{ id, reportId, reason }: WithdrawReportCommand
): Promise<Result<object, 'report-unknown' | 'not-your-unit' | 'report-not-published' | 'report-moved-on'>> {
	const answered = await findAnswer(ctx, { id, verb: 'withdrawReport', subjectId: reportId });
	if (answered) return answered;
	const found = await findReport(ctx.db, reportId);
	if (!found) return { ok: false, refusal: 'report-unknown' };
	const { unitId, year } = found.report;
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const { publication } = found;
	if (!publication || publication.withdrawnAt !== null) return { ok: false, refusal: 'report-not-published' };
	return recordAct(
		ctx,
		{ id, verb: 'withdrawReport', subject: { type: 'report', id: reportId }, unitId, detail: { year }, reason },
		[insertReportWithdrawal(ctx.db, { publicationId: publication.id, reason, ...stampOf(ctx) })],
		{
			'report_withdrawals.publication_id': 'report-not-published',
			'refusal:report-moved-on': 'report-moved-on'
		} as const
	);
}
