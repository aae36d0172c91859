import { error } from '@sveltejs/kit';
import { compareLines } from '$lib/domain/pledges/pledge-diff';
import { printReport, textOf } from '$lib/domain/reviews/printed-report';
import { readReportText } from '$lib/domain/reviews/report-text';
import type { Context } from '$lib/server/context';
import { findDraft, listDrafts } from '$lib/server/db/reviews/report-drafts';
import { readingsOfDraft } from '$lib/server/reviews/report-readings';
import type { PageServerLoad } from './$types';
import { openReport } from '../open-report';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const { report, unit, mayEdit } = await openReport(ctx, params.id);
	const drafts = await listDrafts(ctx.db, report.id);
	const newest = drafts[0]!.number;
	const number = chosen(url.searchParams.get('number'), newest);
	const beside = chosen(url.searchParams.get('with'), number - 1);
	if (number > newest || beside > newest) error(404);
	const facts = { year: report.year, unitName: unit.name };
	const [now, before] = await Promise.all([
		printed(ctx, report.id, number, facts),
		beside > 0 && beside !== number ? printed(ctx, report.id, beside, facts) : null
	]);
	return {
		report: { id: report.id, year: report.year },
		mayEdit,
		number,
		beside: before ? beside : null,
		lines: now,
		/** What stayed as it was is read in the whole text below. */
		changes: before && compareLines(before.map(textOf), now.map(textOf)).filter(({ kind }) => kind !== 'kept'),
		drafts: drafts.map(({ number, at, by }) => ({
			number,
			at,
			by: by && ctx.keys.open(by.nameSealed, 'accounts.name', by.id)
		}))
	};
};

const chosen = (text: string | null, otherwise: number) =>
	/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : otherwise;

/** A draft as it read when it was saved. */
async function printed(ctx: Context, reportId: string, number: number, facts: { year: number; unitName: string }) {
	const { draft, figures } = (await findDraft(ctx.db, reportId, number))!;
	return printReport(readReportText(draft.body, await ctx.registry()), {
		...facts,
		readings: readingsOfDraft(figures)
	});
}
