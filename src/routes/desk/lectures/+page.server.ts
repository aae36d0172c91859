import { reportingPeriods } from '$lib/domain/reporting-period';
import { findUnit } from '$lib/server/db/units';
import { readLectureTables } from '$lib/server/lecture-figures';
import { chooseYear } from '$lib/server/report-year';
import { scopeOf } from '$lib/server/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const periods = reportingPeriods(year, today);
	const [unit, tables] = await Promise.all([
		findUnit(ctx.db, scope),
		readLectureTables(ctx, { scope, period: periods.now })
	]);
	return {
		year,
		years,
		periods,
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		tables
	};
};
