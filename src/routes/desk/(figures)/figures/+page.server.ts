import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { readFigures } from '$lib/server/figures/figures';
import { chooseYear } from '$lib/server/figures/report-year';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const { unit, year, why, years, starts } = await chooseYear(ctx.db, {
		scope,
		asked: url.searchParams.get('year'),
		today,
		reader: 'staff'
	});
	const periods = reportingPeriods(year, today);
	const figures = await readFigures(ctx, { scope, periods, starts });
	const { name, nameEn } = unit!;
	return { year, why, years, unit: { name, nameEn }, periods, figures };
};
