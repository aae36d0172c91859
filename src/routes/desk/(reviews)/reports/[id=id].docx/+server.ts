import { printReport } from '$lib/domain/reviews/printed-report';
import { readReportText } from '$lib/domain/reviews/report-text';
import { m } from '$lib/paraglide/messages.js';
import { findDraft } from '$lib/server/db/reviews/report-drafts';
import { docxType, toReportFile } from '$lib/server/reviews/report-file';
import { openReport } from '../[id=id]/open-report';
import { readFacts } from '../[id=id]/read-facts';
import type { RequestHandler } from './$types';

/** The last draft with its figures of now, for Word and WPS; of a closed year those that the public reads. */
export const GET: RequestHandler = async ({ locals: { context: ctx }, params }) => {
	const opened = await openReport(ctx, params.id);
	const { report, unit } = opened;
	const [last, facts] = await Promise.all([findDraft(ctx.db, report.id), readFacts(ctx, opened)]);
	const title = m.reports_file_title({ unit: unit.name, year: report.year }, { locale: 'zh-CN' });
	const lines = printReport(readReportText(last!.draft.body, await ctx.registry()), facts);
	const file = await toReportFile({ lines, title, creator: unit.name });
	const name = encodeURIComponent(`${title}.docx`);
	return new Response(file, {
		headers: {
			'content-type': docxType,
			'content-disposition': `attachment; filename="review-${report.year}.docx"; filename*=UTF-8''${name}`
		}
	});
};
