import { reportingPeriods } from '$lib/domain/reporting-period';
import { findRootUnit } from '$lib/server/db/units';
import { readFigures } from '$lib/server/figures';
import { chooseYear } from '$lib/server/report-year';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const today = ctx.today();
	const scope = (await findRootUnit(ctx.db))?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const periods = reportingPeriods(year, today);
	return { year, years, periods, figures: await readFigures(ctx.db, { scope, periods }) };
};
