import { error } from '@sveltejs/kit';
import { findFigure } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { readFigurePage } from '$lib/server/figures/figure-page';
import { chooseYear } from '$lib/server/figures/report-year';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const figure = findFigure(params.figure);
	if (!figure) error(404);
	const today = ctx.today();
	const root = await ctx.rootUnit();
	const scope = root?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const periods = reportingPeriods(year, today);
	const page = await readFigurePage(ctx.db, { figure, scope, year, today, periods });
	return {
		id: figure.id,
		source: figure.source,
		year,
		years,
		periods,
		...page,
		unit: root && { name: root.name, nameEn: root.nameEn },
		isStaff: ctx.actor.kind === 'account' && ctx.actor.role !== 'volunteer'
	};
};
