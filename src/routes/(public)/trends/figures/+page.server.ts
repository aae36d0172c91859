import { reportingPeriods } from '$lib/domain/reporting-period';
import { findRootUnit } from '$lib/server/db/units';
import { readFigures } from '$lib/server/figures';
import { chooseYear } from '$lib/server/report-year';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const today = ctx.today();
	const scope = (await findRootUnit(ctx.db))?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const figures = await readFigures(ctx.db, { scope, year, today });
	return { year, years, figures, periods: reportingPeriods(year, today) };
};
