import { yearOf } from '$lib/domain/calendar/calendar';
import { isTownLevel } from '$lib/domain/units/unit';
import { beginReportForm } from '$lib/forms/reviews/report';
import { act } from '$lib/server/act';
import { listReports } from '$lib/server/db/reviews/reports';
import { findUnit } from '$lib/server/db/units/units';
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
	default: act(beginReportForm, (ctx, data) => beginReport(ctx, { ...data, unitId: scopeOf(ctx) }), {
		field: (refusal) => (refusal === 'unit-not-a-town' || refusal === 'not-your-unit' ? undefined : 'year'),
		to: (_, _result, { id }) => `/desk/reports/${id}`
	})
};
