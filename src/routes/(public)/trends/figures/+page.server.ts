import { reportingPeriods } from '$lib/domain/reporting-period';
import { findReportOf } from '$lib/server/db/reports';
import { findRootUnit } from '$lib/server/db/units';
import { readFigures } from '$lib/server/figures';
import { publicRevision } from '$lib/server/public-revision';
import { chooseYear } from '$lib/server/report-year';
import { readStanding } from '$lib/server/standing';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const today = ctx.today();
	const scope = (await findRootUnit(ctx.db))?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const periods = reportingPeriods(year, today);
	const figures = await readFigures(ctx.db, { scope, periods });
	const [standing, report] = await Promise.all([
		readStanding(ctx.db, { unitId: scope, period: periods.now, readings: figures }),
		findReportOf(ctx.db, scope, year)
	]);
	return {
		...{ year, years, periods, figures },
		settled: standing && {
			number: standing.number,
			at: standing.at,
			revisions: standing.revisions.map(publicRevision)
		},
		hasReport: report?.publication?.withdrawnAt === null
	};
};
