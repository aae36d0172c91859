import { error, redirect } from '@sveltejs/kit';
import { yearOf } from '$lib/domain/calendar/calendar';
import { isTownLevel } from '$lib/domain/units/unit';
import { beginReportForm } from '$lib/forms/reviews/report';
import { listReports } from '$lib/server/db/reviews/reports';
import { findUnit } from '$lib/server/db/units/units';
import { readForm } from '$lib/server/form';
import { beginReport } from '$lib/server/reviews/reports';
import { maySteer, scopeOf } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => {
	const scope = scopeOf(ctx);
	const [reports, unit, isSteering] = await Promise.all([
		listReports(ctx.db, scope),
		findUnit(ctx.db, scope),
		maySteer(ctx, scope)
	]);
	const years = reports.filter(({ report }) => report.unitId === scope).map(({ report }) => report.year);
	const thisYear = yearOf(ctx.today());
	return {
		id: ctx.newId(),
		mayBegin: isSteering && unit !== null && isTownLevel(unit.kind),
		/** The latest year that is over and has none, else this one. */
		year: [thisYear - 1, thisYear].find((year) => !years.includes(year)) ?? thisYear,
		reports: reports.map(({ report, unit, publication, drafts, savedAt }) => ({
			id: report.id,
			year: report.year,
			unit,
			drafts,
			savedAt,
			publication
		}))
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { context: ctx } }) => {
		const form = await readForm(request, beginReportForm);
		if (!form.ok) return form.failure;
		const result = await beginReport(ctx, { ...form.data, unitId: scopeOf(ctx) });
		if (result.ok) redirect(303, `/desk/reports/${form.data.id}`);
		if (result.refusal === 'not-your-unit') error(403);
		return form.refuse(result.refusal, result.refusal === 'unit-not-a-town' ? 'form' : 'year');
	}
};
