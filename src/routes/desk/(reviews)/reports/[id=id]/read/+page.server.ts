import { yearBounds } from '$lib/domain/calendar/calendar';
import { readReportText } from '$lib/domain/reviews/report-text';
import { printReport } from '$lib/domain/reviews/printed-report';
import { publishReportForm, withdrawReportForm } from '$lib/forms/reviews/report';
import { act } from '$lib/server/act';
import { findLatestSnapshot } from '$lib/server/db/reviews/snapshots';
import { findDraft } from '$lib/server/db/reviews/report-drafts';
import { publishReport } from '$lib/server/reviews/report-publications';
import { readingsOfDraft } from '$lib/server/reviews/report-readings';
import { readReportReadings } from '$lib/server/reviews/report-readings';
import { withdrawReport } from '$lib/server/reviews/report-withdrawals';
import { mayAdminister } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';
import { openReport } from '../open-report';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const { report, unit, publication, mayEdit } = await openReport(ctx, params.id);
	const { unitId, year } = report;
	const [last, readings, closed, mayPublish] = await Promise.all([
		findDraft(ctx.db, report.id),
		readReportReadings(ctx, { unitId, year, today: ctx.today() }),
		findLatestSnapshot(ctx.db, unitId, yearBounds(year)),
		mayAdminister(ctx, unitId)
	]);
	const { draft, figures } = last!;
	const before = readingsOfDraft(figures);
	const lines = printReport(readReportText(draft.body, await ctx.registry()), {
		year,
		unitName: unit.name,
		readings,
		before
	});
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
	publish: act(publishReportForm, (ctx, data, { params }) => publishReport(ctx, { ...data, reportId: params.id }), {
		to: ({ params }) => `/desk/reports/${params.id}/read?published`
	}),
	withdraw: act(withdrawReportForm, (ctx, data, { params }) => withdrawReport(ctx, { ...data, reportId: params.id }), {
		to: ({ params }) => `/desk/reports/${params.id}/read?withdrawn`
	})
};
