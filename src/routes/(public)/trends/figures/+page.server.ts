import { findReportOf } from '$lib/server/db/reviews/reports';
import { publicRevision } from '$lib/server/reviews/public-revision';
import { readClosedPeriod } from '$lib/server/reviews/revisions';
import { readFigures } from '$lib/server/figures/figures';
import { openTrends, publicFigures } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const figures = publicFigures(await readFigures(ctx.db, query), report);
	const isYear = report.asked.kind === 'year';
	// A change since a part of a year was settled may be that of one household, so the public sees only years.
	const [closed, review] = await Promise.all([
		isYear ? readClosedPeriod(ctx.db, { unitId: query.scope, period: query.periods.now, readings: figures }) : null,
		findReportOf(ctx.db, query.scope, report.year)
	]);
	return {
		report,
		words,
		figures,
		settled: closed && {
			number: closed.number,
			at: closed.at,
			revisions: closed.revisions.map(publicRevision)
		},
		hasReport: isYear && review?.publication?.withdrawnAt === null
	};
};
