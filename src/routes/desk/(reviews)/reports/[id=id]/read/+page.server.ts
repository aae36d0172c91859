import { yearBounds } from '$lib/domain/calendar/calendar';
import { readReportText } from '$lib/domain/reviews/report-text';
import { printedOtherwise, printReport } from '$lib/domain/reviews/printed-report';
import { typedNumbersIn, typedWithheld } from '$lib/domain/reviews/typed-numbers';
import { publishReportForm, withdrawReportForm } from '$lib/forms/reviews/report';
import { act } from '$lib/server/act';
import { findLatestSnapshot } from '$lib/server/db/reviews/snapshots';
import { findDraft } from '$lib/server/db/reviews/report-drafts';
import { publishReport } from '$lib/server/reviews/report-publications';
import { readingsOfDraft } from '$lib/server/reviews/report-readings';
import { withdrawReport } from '$lib/server/reviews/report-withdrawals';
import { mayAdminister } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';
import { openReport } from '../open-report';
import { readFacts } from '../read-facts';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const opened = await openReport(ctx, params.id);
	const { report, unit, publication, mayEdit } = opened;
	const { unitId, year } = report;
	const [last, { publicly, ...facts }, registry, closed, mayPublish] = await Promise.all([
		findDraft(ctx.db, report.id),
		readFacts(ctx, opened),
		ctx.registry(),
		findLatestSnapshot(ctx.db, unitId, yearBounds(year)),
		mayAdminister(ctx, unitId)
	]);
	const { draft, figures } = last!;
	const text = readReportText(draft.body, registry);
	const lines = printReport(text, { ...facts, before: await publicly(readingsOfDraft(figures)) });
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
		otherwise: printedOtherwise(text, facts),
		typedWithheld: typedWithheld(typedNumbersIn(text, registry), facts),
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
