import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { findUnit } from '$lib/server/db/units/units';
import { readLectureTables } from '$lib/server/lectures/lecture-figures';
import { chooseYear } from '$lib/server/figures/report-year';
import { numberedPage, villagesOnPage } from '$lib/server/numbered-pages';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const { year, why, years } = await chooseYear(ctx.db, {
		scope,
		asked: url.searchParams.get('year'),
		today,
		reader: 'staff'
	});
	const periods = reportingPeriods(year, today);
	const [unit, tables] = await Promise.all([
		findUnit(ctx.db, scope),
		readLectureTables(ctx, { scope, period: periods.now })
	]);
	return {
		year,
		why,
		years,
		periods,
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		tables,
		villages: numberedPage(url.searchParams, tables.villages, {
			name: 'villages',
			size: villagesOnPage,
			anchor: 'villages'
		})
	};
};
