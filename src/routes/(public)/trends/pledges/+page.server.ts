import { findTextInForce } from '$lib/server/db/pledges/pledge-texts';
import { readCoverageRanking } from '$lib/server/pledges/pledge-trends';
import { drawCharts } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const [ranking, charts, text] = await Promise.all([
		readCoverageRanking(ctx.db, query),
		drawCharts(ctx.db, query, words, ['pledges-by-month', 'coverage-by-village']),
		findTextInForce(ctx.db, 'household', report.periods.now.toOn)
	]);
	return { report, words, ranking, charts, number: text?.number ?? null };
};
