import { findReportOf } from '$lib/server/db/reports';
import { publicRevision } from '$lib/server/public-revision';
import { readStanding } from '$lib/server/standing';
import { openTrends, readPublicFigures } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const { scope } = query;
	const [figures, review] = await Promise.all([
		readPublicFigures(ctx, query, report),
		findReportOf(ctx.db, scope, report.year)
	]);
	const standing = await readStanding(ctx.db, { unitId: scope, period: report.periods.now, readings: figures });
	return {
		...{ report, words, figures },
		settled: standing && {
			...{ number: standing.number, at: standing.at },
			revisions: standing.revisions.map(publicRevision)
		},
		hasReport: report.asked.kind === 'year' && review?.publication?.withdrawnAt === null
	};
};
