import { reportingPeriods } from '$lib/domain/reporting-period';
import { readCoverageTrend } from '$lib/server/coverage-trend';
import { findTextInForce } from '$lib/server/db/pledges';
import { findRootUnit } from '$lib/server/db/units';
import { readCoverageRanking, readPledgeTrend } from '$lib/server/pledge-trends';
import { chooseYear } from '$lib/server/report-year';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const today = ctx.today();
	const scope = (await findRootUnit(ctx.db))?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const query = { scope, year, today };
	const periods = reportingPeriods(year, today);
	const [ranking, coverage, months, text] = await Promise.all([
		readCoverageRanking(ctx.db, query),
		readCoverageTrend(ctx.db, query),
		readPledgeTrend(ctx.db, query),
		findTextInForce(ctx.db, 'household', periods.now.toOn)
	]);
	return { year, years, periods, ranking, coverage, months, number: text?.number ?? null };
};
