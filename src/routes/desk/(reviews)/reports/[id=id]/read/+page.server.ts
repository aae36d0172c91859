import { error, redirect } from '@sveltejs/kit';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { printReport, readReportText } from '$lib/domain/reviews/report-text';
import { publishReportForm, withdrawReportForm } from '$lib/forms/reviews/report';
import { findLatestSnapshot } from '$lib/server/db/reviews/closings';
import { findDraft } from '$lib/server/db/reviews/reports';
import { readForm } from '$lib/server/form';
import { publishReport, readingsOfDraft, readReportReadings, withdrawReport } from '$lib/server/reviews/reports';
import { mayAdminister } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';
import { openReport } from '../open-report';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const { report, unit, publication, mayEdit } = await openReport(ctx, params.id);
	const { unitId, year } = report;
	const [last, readings, closed, mayPublish] = await Promise.all([
		findDraft(ctx.db, report.id),
		readReportReadings(ctx.db, { unitId, year, today: ctx.today() }),
		findLatestSnapshot(ctx.db, unitId, yearBounds(year)),
		mayAdminister(ctx, unitId)
	]);
	const { draft, figures } = last!;
	const before = readingsOfDraft(figures);
	const lines = printReport(readReportText(draft.body), { year, unitName: unit.name, readings, before });
	const parts = lines.flatMap(({ parts }) => parts);
	return {
		actId: ctx.newId(),
		report: { id: report.id, year, unit },
		publication,
		mayEdit,
		mayPublish,
		lines,
		draft: { number: draft.number, isPublic: publication?.draftId === draft.id && publication.withdrawnAt === null },
		snapshotNumber: closed?.snapshot.number ?? null,
		closingId: closed?.closing.id ?? null,
		changed: parts.filter(({ was }) => was !== null).length,
		missing: parts.filter(({ isMissing }) => isMissing).length,
		done: ['published', 'withdrawn'].find((act) => url.searchParams.has(act)) ?? null
	};
};

export const actions: Actions = {
	publish: async ({ request, locals: { context: ctx }, params }) => {
		const form = await readForm(request, publishReportForm);
		if (!form.ok) return form.failure;
		const result = await publishReport(ctx, { ...form.data, reportId: params.id });
		if (result.ok) redirect(303, `/desk/reports/${params.id}/read?published`);
		if (result.refusal === 'report-unknown') error(404);
		if (result.refusal === 'not-your-unit') error(403);
		return form.refuse(result.refusal);
	},
	withdraw: async ({ request, locals: { context: ctx }, params }) => {
		const form = await readForm(request, withdrawReportForm);
		if (!form.ok) return form.failure;
		const result = await withdrawReport(ctx, { ...form.data, reportId: params.id });
		if (result.ok) redirect(303, `/desk/reports/${params.id}/read?withdrawn`);
		if (result.refusal === 'report-unknown') error(404);
		if (result.refusal === 'not-your-unit') error(403);
		return form.refuse(result.refusal);
	}
};
