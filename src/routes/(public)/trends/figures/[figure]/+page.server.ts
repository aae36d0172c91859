import { error } from '@sveltejs/kit';
import { findFigure } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { readFigurePage } from '$lib/server/figures/figure-page';
import { chooseYear } from '$lib/server/figures/report-year';
import { unitName } from '$lib/ui/units/unit-name';
import { pageOfVillages } from '../../../../village-pages';
import type { PageServerLoad } from './$types';

/** Villages on a page, each with its twelve months. */
const rowsOnPage = 24;

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const figure = findFigure(params.figure);
	if (!figure) error(404);
	const today = ctx.today();
	const root = await ctx.rootUnit();
	const scope = root?.id ?? '';
	const { year, years, starts } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const periods = reportingPeriods(year, today);
	const { coverage, ...page } = await readFigurePage(ctx.db, { figure, scope, year, today, periods, starts });
	return {
		id: figure.id,
		source: figure.source,
		year,
		years,
		periods,
		...page,
		coverage: coverage && {
			...coverage,
			rows: pageOfVillages(url.searchParams, coverage.rows, { size: rowsOnPage, nameOf: unitName, anchor: 'coverage' })
		},
		unit: root && { name: root.name, nameEn: root.nameEn },
		isStaff: ctx.actor.kind === 'account' && ctx.actor.role !== 'volunteer'
	};
};
